import { expect, it } from "vitest";
import { indentAsPython } from "./indent-as-python";

it.each([
  ["def f():", "\n    "],
  ["def f():\n    if a:  # why", "\n        "],
  ["def f():\n    return 1", "\n    "],
  ["", "\n"],
  ["x = {1: 2}", "\n"],
])("after %j", (value, inserted) => {
  expect(indentAsPython({ value, selectionStart: value.length })).toBe(inserted);
});

it("looks at the line of the caret only", () => {
  expect(indentAsPython({ value: "a\n    b:\nc", selectionStart: 1 })).toBe("\n");
});
