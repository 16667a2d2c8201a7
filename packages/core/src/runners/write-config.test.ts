import { expect, it } from "vitest";
import { PRESETS } from "../training/presets.ts";
import { writeConfig } from "./write-config.ts";

it("writes equal configs alike, whatever the order of their keys, and back to the same value", () => {
  const { config } = PRESETS["30b-bf16"];
  const reversed = (value: unknown): unknown =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value)
            .toReversed()
            .map(([key, child]) => [key, reversed(child)]),
        )
      : value;
  expect(writeConfig(reversed(config))).toBe(writeConfig(config));
  expect(JSON.parse(writeConfig(config))).toEqual(config);
  expect(writeConfig({ b: [2, { d: 1, c: null }], a: 1e-6 })).toBe(
    '{"a":0.000001,"b":[2,{"c":null,"d":1}]}',
  );
});
