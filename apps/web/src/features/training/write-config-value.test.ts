import { PRESETS } from "@foundry/core/training/presets";
import { readField } from "@foundry/core/training/read-field";
import { expect, it } from "vitest";
import { writeConfigValue } from "./write-config-value";

it("changes one setting and leaves the config before alone", () => {
  const { config } = PRESETS.smoke;
  const path = ["sft", "early_stopping", "patience"] as const;
  const changed = writeConfigValue(config, path, 7);
  expect(readField(changed, path)).toBe(7);
  expect(readField(config, path)).toBe(3);
  expect(writeConfigValue(changed, path, 3)).toEqual(config);
});
