import { expect, it } from "vitest";
import { formatFineMoney, formatMoney, formatMoneyRange } from "./format-money";

it.each([
  [0, "$0.00"],
  [0.004, "< $0.01"],
  [0.005, "$0.01"],
  [3.2, "$3.20"],
  [1_234.5, "$1,234.50"],
])("%d dollars are %s", (usd, words) => {
  expect(formatMoney(usd)).toBe(words);
});

it.each([
  [0, "$0.00"],
  [0.000_01, "< $0.0001"],
  [0.012_34, "$0.0123"],
  [5, "$5.00"],
])("%d dollars of one call are %s", (usd, words) => {
  expect(formatFineMoney(usd)).toBe(words);
});

it("says an interval only where there is one", () => {
  expect(formatMoneyRange({ low: 2.8, high: 3.9 })).toBe("$2.80 to $3.90");
  expect(formatMoneyRange({ low: 2.801, high: 2.802 })).toBe("$2.80");
});
