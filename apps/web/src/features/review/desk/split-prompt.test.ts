import fc from "fast-check";
import { expect, it } from "vitest";
import type { LedgerEntry } from "@foundry/core/checks/ledger/ledger-entry";
import { splitPrompt } from "./split-prompt";

const entry = (start: number, end: number, role: LedgerEntry["role"] = "value"): LedgerEntry => ({
  start,
  end,
  role,
  kind: "text",
  value: "",
  comparison: null,
  status: "found",
  places: [],
});

it("cuts the prompt at its literals, in the order of the text", () => {
  expect(splitPrompt("Return 'b' or 'a'.", [entry(14, 17), entry(7, 10)])).toEqual([
    { text: "Return ", literal: null },
    { text: "'b'", literal: 1 },
    { text: " or ", literal: null },
    { text: "'a'", literal: 0 },
    { text: ".", literal: null },
  ]);
});

it("leaves numbers that only count alone", () => {
  expect(splitPrompt("two lists", [entry(0, 3, "mention")])).toEqual([
    { text: "two lists", literal: null },
  ]);
});

it("loses nothing, whatever the places", () => {
  const places = fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 6 });
  fc.assert(
    fc.property(fc.string({ maxLength: 20 }), places, (prompt, ranges) => {
      const parts = splitPrompt(
        prompt,
        ranges.map(([start, end]) => entry(start, end)),
      );
      expect(parts.map(({ text }) => text).join("")).toBe(prompt);
    }),
  );
});
