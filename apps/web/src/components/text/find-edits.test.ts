import fc from "fast-check";
import { expect, it } from "vitest";
import { findEdits, type TextEdit } from "./find-edits";

function applyEdits(text: string, edits: readonly TextEdit[]): string {
  return edits
    .toReversed()
    .reduce(
      (whole, { start, end, text: put }) => whole.slice(0, start) + put + whole.slice(end),
      text,
    );
}

const lines = fc.array(fc.constantFrom("a", "b", "", "{", "cd"), { maxLength: 8 });

it("turns one text into the other", () => {
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const edits = findEdits(before.join("\n"), after.join("\n"));
      expect(applyEdits(before.join("\n"), edits)).toBe(after.join("\n"));
      for (const { start, end } of edits) {
        expect(start).toBeLessThanOrEqual(end);
        expect(end).toBeLessThanOrEqual(before.join("\n").length);
      }
    }),
  );
});

it("touches no more than what differs", () => {
  expect(findEdits("one\ntwo\nthree\nfour", "one\ntwoo\nthree\nfour!")).toEqual([
    { start: 7, end: 7, text: "o" },
    { start: 18, end: 18, text: "!" },
  ]);
});

it("finds nothing in equal texts", () => {
  expect(findEdits("a\nb", "a\nb")).toEqual([]);
});
