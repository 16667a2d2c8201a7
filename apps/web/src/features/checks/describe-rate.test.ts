import { expect, it } from "vitest";
import { describeRate } from "./describe-rate";

it.each([
  [81, 263, { share: "31 %", detail: "26–37 %, 81 of 263" }],
  [10, 10, { share: "100 %", detail: "72–100 %, 10 of 10" }],
  [0, 20, { share: "0 %", detail: "0–16 %, 0 of 20" }],
])("%i of %i", (successes, trials, rate) => {
  expect(describeRate(successes, trials)).toEqual(rate);
});

it("says nothing without a case", () => {
  expect(describeRate(0, 0)).toBeNull();
});
