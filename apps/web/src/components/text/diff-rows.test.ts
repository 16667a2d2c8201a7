import { expect, it } from "vitest";
import { type DiffRow, diffRows } from "./diff-rows";

const numbers = (count: number) => Array.from({ length: count }, (_, index) => `line ${index + 1}`);
const show = (row: DiffRow) => {
  if (row.row === "fold") return `… ${row.lines.length}`;
  const sign = { same: " ", removed: "-", added: "+" }[row.kind];
  return row.change === null
    ? sign + row.text
    : `${sign}${row.change.start}[${row.change.changed}]${row.change.end}`;
};

it("shows changes with three lines around them and folds the rest", () => {
  const before = numbers(20);
  const after = before.with(9, "line ten");
  expect(diffRows(before.join("\n"), after.join("\n")).map(show)).toEqual([
    "… 6",
    " line 7",
    " line 8",
    " line 9",
    "-line [10]",
    "+line [ten]",
    " line 11",
    " line 12",
    " line 13",
    "… 7",
  ]);
});

it("does not fold what is as short as its own sign", () => {
  const before = numbers(9);
  expect(
    diffRows(before.join("\n"), before.with(3, "x").with(4, "y").join("\n")).map(show),
  ).toEqual([
    " line 1",
    " line 2",
    " line 3",
    "-[line 4]",
    "-[line 5]",
    "+[x]",
    "+[y]",
    " line 6",
    " line 7",
    " line 8",
    " line 9",
  ]);
});

it("leaves lines without a counterpart unmarked", () => {
  expect(diffRows("a", "a\nb").map(show)).toEqual([" a", "+b"]);
});

it("folds everything when nothing changed", () => {
  expect(diffRows(numbers(9).join("\n"), numbers(9).join("\n")).map(show)).toEqual(["… 9"]);
});
