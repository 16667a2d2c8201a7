import { expect, it } from "vitest";
import { addWorkPoint, describeWork } from "./estimate-work";

it("knows nothing from one point", () => {
  expect(describeWork([{ at: 0, doneCount: 0 }], 100).rate).toBe("Rate: not known yet");
});

it("tells the rate, and the time left as an interval", () => {
  const points = [
    { at: 0, doneCount: 0 },
    { at: 1_000, doneCount: 10 },
    { at: 2_000, doneCount: 40 },
  ];
  expect(describeWork(points, 340)).toEqual({
    rate: "20 prompts a second",
    timeLeft: "10 to 15 s left",
  });
});

it("counts slow work by the minute", () => {
  const points = [
    { at: 0, doneCount: 0 },
    { at: 30_000, doneCount: 3 },
  ];
  expect(describeWork(points, 33).rate).toBe("6 prompts a minute");
});

it("forgets old points, and all of them when the count goes back", () => {
  const points = [{ at: 0, doneCount: 5 }];
  expect(addWorkPoint(points, { at: 30_000, doneCount: 9 }, 20_000)).toEqual([
    { at: 30_000, doneCount: 9 },
  ]);
  expect(addWorkPoint(points, { at: 30_000, doneCount: 9 }, 60_000)).toHaveLength(2);
  expect(addWorkPoint(points, { at: 1_000, doneCount: 0 }, 20_000)).toEqual([
    { at: 1_000, doneCount: 0 },
  ]);
});
