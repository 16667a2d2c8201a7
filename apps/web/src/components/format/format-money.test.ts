import { expect, it } from "vitest";
import { formatFineMoney, formatMoney, formatMoneyRange, formatPrice } from "./format-money";

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
  [0, "$0.0000"],
  [0.000_01, "< $0.0001"],
  [0.012_34, "$0.0123"],
  [0.005, "$0.0050"],
])("%d dollars of one call are %s", (usd, words) => {
  expect(formatFineMoney(usd)).toBe(words);
});

it("writes prices as price lists do", () => {
  expect([2, 0.125, 10].map(formatPrice)).toEqual(["$2.00", "$0.125", "$10.00"]);
});

it("says an interval only where there is one", () => {
  expect(formatMoneyRange({ low: 2.8, high: 3.9 })).toBe("$2.80 to $3.90");
  expect(formatMoneyRange({ low: 2.801, high: 2.802 })).toBe("$2.80");
});
