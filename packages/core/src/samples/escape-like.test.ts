import { expect, it } from "vitest";
import { escapeLike } from "./escape-like.ts";

it.each([
  ["plain", "plain"],
  ["100%", "100\\%"],
  ["a_b", "a\\_b"],
  ["C:\\%", "C:\\\\\\%"],
])("%j becomes %j", (text, pattern) => {
  expect(escapeLike(text)).toBe(pattern);
});
