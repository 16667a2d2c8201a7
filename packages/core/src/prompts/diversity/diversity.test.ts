import { expect, it, vi } from "vitest";
import { generatePrompts } from "../generate-prompts.ts";
import { measureCoverage } from "./measure-coverage.ts";
import { measureDiversity } from "./measure-diversity.ts";

// Slow when the machine is busy.
vi.setConfig({ testTimeout: 120_000 });

it("counts words, neighbours and near-duplicates", () => {
  const { count, distinct, nearest, nearDuplicates } = measureDiversity([
    "add one and one",
    "Add  one and one",
    "quite another sentence",
  ]);
  expect(count).toBe(3);
  expect(distinct).toEqual([6 / 11, 5 / 8, 3 / 5]);
  expect(nearest).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 2]);
  expect(nearDuplicates).toBeCloseTo(2 / 3);
});

it("says nothing of nothing", () => {
  expect(measureDiversity([])).toMatchObject({ count: 0, nearDuplicates: 0, meanNearest: 0 });
});

it("shows that a run spreads over all templates and over the values of each slot", () => {
  const { records } = generatePrompts({ count: 600, seed: "7" });
  const coverage = measureCoverage(records);
  expect(coverage.reduce((sum, { prompts }) => sum + prompts, 0)).toBe(600);
  for (const { template, prompts, slots } of coverage) {
    expect(prompts, template).toBeGreaterThanOrEqual(8);
    for (const { slot, used, values } of slots) {
      expect(used, `${template} ${slot}`).toBeGreaterThanOrEqual(Math.min(values, prompts) / 3);
    }
  }
  const { nearDuplicates, meanNearest } = measureDiversity(records.map(({ prompt }) => prompt));
  expect(nearDuplicates).toBe(0);
  expect(meanNearest).toBeLessThan(0.7);
});
