import { expect, it } from "vitest";
import { findClosestWord } from "./find-closest-word.ts";

it.each([
  ["descripton", ["description", "holes"], "description"],
  ["typeHint", ["name", "type_hint"], "type_hint"],
  ["Type-Hint", ["name", "type_hint"], "type_hint"],
  ["desc", ["description"], undefined],
  ["colour", ["name", "holes"], undefined],
  ["", ["name"], undefined],
  ["x".repeat(100_000), ["name"], undefined],
])("%.12s among %j is %s", (word, candidates, expected) => {
  expect(findClosestWord(word, candidates)).toBe(expected);
});
