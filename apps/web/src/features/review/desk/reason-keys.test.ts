import { expect, it } from "vitest";
import { findReasonByKey, keyOfReason } from "./reason-keys";

it("gives each of many reasons a key of its own, and finds it back", () => {
  const keys = Array.from({ length: 15 }, (_, index) => keyOfReason(index));
  expect(keys.join("")).toBe("123456789abcdef");
  expect(keys.map((key) => findReasonByKey(key, 15))).toEqual(keys.map((_, index) => index));
});

it.each([
  ["A", 15, 9],
  ["5", 4, -1],
  ["g", 15, -1],
  ["0", 15, -1],
  ["Enter", 15, -1],
  ["", 15, -1],
])("%j among %d reasons is %d", (key, count, index) => {
  expect(findReasonByKey(key, count)).toBe(index);
});
