import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diffLines } from "./diff-lines";

const text = fc
  .array(fc.constantFrom("a", "b", "c", ""), { maxLength: 12 })
  .map((lines) => lines.join("\n"));

const show = (before: string, after: string) =>
  diffLines(before, after).map(
    ({ kind, text: line }) => ({ same: " ", removed: "-", added: "+" })[kind] + line,
  );

describe("diffLines", () => {
  it.each([
    ["equal texts", "a\nb", "a\nb", [" a", " b"]],
    ["an added line", "a\nc", "a\nb\nc", [" a", "+b", " c"]],
    ["a removed line", "a\nb\nc", "a\nc", [" a", "-b", " c"]],
    ["a changed line, the old one first", "a\nb\nc", "a\nx\nc", [" a", "-b", "+x", " c"]],
    ["nothing in common", "a", "b", ["-a", "+b"]],
  ])("shows %s", (_name, before, after, expected) => {
    expect(show(before, after)).toEqual(expected);
  });

  it("gives back both texts and numbers their lines", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = diffLines(before, after);
        const left = lines.filter((line) => line.kind !== "added");
        const right = lines.filter((line) => line.kind !== "removed");
        expect(left.map((line) => line.text).join("\n")).toBe(before);
        expect(right.map((line) => line.text).join("\n")).toBe(after);
        expect(left.map((line) => line.before)).toEqual(left.map((_, index) => index + 1));
        expect(right.map((line) => line.after)).toEqual(right.map((_, index) => index + 1));
      }),
    );
  });

  it("finds no more edits than the longest common subsequence leaves", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const kept = diffLines(before, after).filter((line) => line.kind === "same").length;
        expect(kept).toBe(longestCommon(before.split("\n"), after.split("\n")));
      }),
    );
  });

  it("answers in time when two long texts share nothing", () => {
    const lines = (name: string) =>
      Array.from({ length: 20_000 }, (_, index) => `${name}${index}`).join("\n");
    expect(diffLines(lines("a"), lines("b"))).toHaveLength(40_000);
  });
});

function longestCommon(left: string[], right: string[]): number {
  const table = Array.from({ length: left.length + 1 }, () =>
    new Array<number>(right.length + 1).fill(0),
  );
  const cell = (row: number, column: number) => table[row]?.[column] ?? 0;
  for (let row = 1; row <= left.length; row += 1) {
    for (let column = 1; column <= right.length; column += 1) {
      const best =
        left[row - 1] === right[column - 1]
          ? cell(row - 1, column - 1) + 1
          : Math.max(cell(row - 1, column), cell(row, column - 1));
      table[row]?.splice(column, 1, best);
    }
  }
  return cell(left.length, right.length);
}
