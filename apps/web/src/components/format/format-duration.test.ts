import { expect, it } from "vitest";
import { formatDuration, formatDurationRange } from "./format-duration";

it.each([
  [0.4, "0 s"],
  [59.4, "59 s"],
  [60, "1 min 0 s"],
  [130, "2 min 10 s"],
  [11_100, "3 h 05 min"],
])("%d seconds are %s", (seconds, words) => {
  expect(formatDuration(seconds)).toBe(words);
});

it.each([
  [8, 12, "8 to 12 s"],
  [8.1, 8.4, "about 8 s"],
  [556, 592, "9 to 10 min"],
  [640, 642, "about 11 min"],
  [7_000, 10_800, "2 to 3 h"],
])("%d to %d seconds are %s", (low, high, words) => {
  expect(formatDurationRange({ low, high })).toBe(words);
});
