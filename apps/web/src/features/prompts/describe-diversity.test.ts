import { expect, it } from "vitest";
import { describeDiversity } from "./describe-diversity";

const diversity = {
  count: 300,
  distinct: [0.08, 0.31, 0.52],
  nearest: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  meanNearest: 0.37,
  nearDuplicates: 0,
};

it("says what the numbers mean", () => {
  expect(describeDiversity(diversity)).toEqual([
    "A prompt and the one most like it share 37 % of their wording on average.",
    "No two prompts are nearly the same.",
    "31 % of all pairs of neighbouring words are different pairs.",
  ]);
});

it("warns of a run that repeats itself", () => {
  const [nearest, same] = describeDiversity({
    ...diversity,
    meanNearest: 0.7,
    nearDuplicates: 0.04,
  });
  expect(nearest).toContain("variations of few prompts");
  expect(same).toBe("4 % of the prompts are nearly the same as another one.");
});

it("compares nothing with one prompt", () => {
  expect(describeDiversity({ ...diversity, count: 1 })).toHaveLength(1);
});
