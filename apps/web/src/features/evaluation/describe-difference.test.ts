import { expect, it } from "vitest";
import { describeDifference } from "./describe-difference";

it.each([
  [{ difference: 0.133, low: -0.021, high: 0.28 }, "+13 points (−2 to +28)"],
  [{ difference: -0.5, low: -0.7, high: -0.3 }, "−50 points (−70 to −30)"],
  [{ difference: 0.001, low: -0.001, high: 0.004 }, "0 points (0 to 0)"],
  [null, ""],
])("%o is %s", (difference, words) => {
  expect(describeDifference(difference)).toBe(words);
});
