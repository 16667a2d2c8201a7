import { describe, expect, it } from "vitest";
import { formatRelative } from "./format-relative";

const NOW = Date.parse("2026-11-22T12:00:00Z");

describe("formatRelative", () => {
  it.each([
    [0, "just now"],
    [-44, "just now"],
    [15, "just now"],
    [40, "in a moment"],
    [-60, "1 minute ago"],
    [-3_599, "59 minutes ago"],
    [-3_600, "1 hour ago"],
    [-86_400, "yesterday"],
    [-8 * 86_400, "last week"],
    [-60 * 86_400, "last month"],
    [-800 * 86_400, "2 years ago"],
    [2 * 86_400, "in 2 days"],
  ])("%i seconds from now is %s", (seconds, words) => {
    expect(formatRelative(NOW + seconds * 1_000, NOW)).toBe(words);
  });
});
