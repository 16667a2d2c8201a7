import { expect, it } from "vitest";
import { formatShare } from "./format-share";

it.each([
  [0, 0, "–"],
  [0, 5, "0 %"],
  [5, 5, "100 %"],
  [1, 1_000, "< 1 %"],
  [999, 1_000, "> 99 %"],
  [1, 3, "33 %"],
])("%i of %i is %s", (part, whole, words) => {
  expect(formatShare(part, whole)).toBe(words);
});
