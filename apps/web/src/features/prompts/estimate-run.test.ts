import { expect, it } from "vitest";
import { addRunPoint, describeRate } from "./estimate-run";

it("knows nothing from one point", () => {
  expect(describeRate([{ at: 0, doneCount: 0 }], 100).rate).toBe("Rate: not known yet");
});

it("tells the rate, and the time left as an interval", () => {
  const points = [
    { at: 0, doneCount: 0 },
    { at: 1_000, doneCount: 10 },
    { at: 2_000, doneCount: 40 },
  ];
  expect(describeRate(points, 340)).toEqual({
    rate: "20 prompts a second",
    timeLeft: "10 to 15 s left",
  });
});

it("forgets old points, and all of them when the count goes back", () => {
  const points = [{ at: 0, doneCount: 5 }];
  expect(addRunPoint(points, { at: 30_000, doneCount: 9 })).toEqual([{ at: 30_000, doneCount: 9 }]);
  expect(addRunPoint(points, { at: 1_000, doneCount: 0 })).toEqual([{ at: 1_000, doneCount: 0 }]);
});
