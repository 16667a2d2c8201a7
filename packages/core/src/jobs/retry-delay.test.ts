import { expect, it } from "vitest";
import { retryDelay } from "./retry-delay.ts";

const timing = { retryBaseMs: 1_000, retryLongestMs: 10_000 };

it.each([
  [1, 1_000],
  [2, 2_000],
  [3, 4_000],
  [4, 8_000],
  [5, 10_000],
  [2_000, 10_000],
])("after attempt %i the wait is at most %i ms and at least half of it", (attempt, longest) => {
  expect(retryDelay(attempt, timing, 0)).toBe(longest / 2);
  expect(retryDelay(attempt, timing, 0.5)).toBe(longest * 0.75);
  expect(retryDelay(attempt, timing, 0.999_999)).toBe(longest);
});
