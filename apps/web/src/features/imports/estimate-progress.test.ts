import { describe, expect, it } from "vitest";
import { addPoint, estimateProgress, type ProgressPoint } from "./estimate-progress";

const point = (at: number, bytesDone: number): ProgressPoint => ({
  at,
  bytesDone,
  recordCount: bytesDone / 10,
});

describe("estimateProgress", () => {
  it("says nothing with one point", () => {
    expect(estimateProgress([point(0, 0)], 1_000)).toBeNull();
  });

  it("gives one time left when the rate is steady", () => {
    const estimate = estimateProgress([point(0, 0), point(1_000, 100), point(2_000, 200)], 1_000);
    expect(estimate).toEqual({ recordsPerSecond: 10, secondsLeft: { low: 8, high: 8 } });
  });

  it("gives an interval when the rate changes", () => {
    const estimate = estimateProgress([point(0, 0), point(1_000, 100), point(2_000, 400)], 1_000);
    expect(estimate?.secondsLeft).toEqual({ low: 2, high: 3 });
  });

  it("gives no time left while nothing moves", () => {
    expect(estimateProgress([point(0, 50), point(1_000, 50)], 1_000)?.secondsLeft).toBeNull();
  });
});

describe("addPoint", () => {
  it("forgets what is older than the window", () => {
    expect(addPoint([point(0, 0), point(15_000, 10)], point(30_000, 20))).toEqual([
      point(15_000, 10),
      point(30_000, 20),
    ]);
  });

  it("starts again when the import does", () => {
    expect(addPoint([point(0, 500)], point(1_000, 0))).toEqual([point(1_000, 0)]);
  });
});
