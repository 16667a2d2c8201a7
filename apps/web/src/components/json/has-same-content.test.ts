import { expect, it } from "vitest";
import { hasSameContent } from "./has-same-content";

it.each([
  ['{"a":[1,true,"x y"]}', '{\n  "a": [ 1, true, "x y" ]\n}\n'],
  ["", " \n"],
  ['"a\\" b"', ' "a\\" b" '],
  ["[1 , 2]", "[1, 2]"],
])("takes %j and %j for the same", (left, right) => {
  expect([hasSameContent(left, right), hasSameContent(right, left)]).toEqual([true, true]);
});

it.each([
  ['{"a": "x y"}', '{"a": "x  y"}'],
  ['{"a": 1}', '{"a": 2}'],
  ["[1 2]", "[12]"],
  ["[true]", "[tr ue]"],
  ['{"a": 1}', '{"a": 1'],
  ['"a\\" b"', '"a\\"  b"'],
  ["1", "1 2"],
])("tells %j from %j", (left, right) => {
  expect([hasSameContent(left, right), hasSameContent(right, left)]).toEqual([false, false]);
});
