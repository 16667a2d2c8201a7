import type { TrainingMetrics } from "@foundry/core/training/training-run.schema";
import { expect, it } from "vitest";
import { listPlotRows } from "./list-plot-rows";

const point = (step: number): TrainingMetrics["steps"][number] => ({
  attempt: 1,
  step,
  epoch: null,
  loss: step / 10,
  learningRate: null,
  gradientNorm: null,
  tokenAccuracy: null,
  tokensPerSecond: null,
  etaSeconds: null,
  vramGib: null,
});

const metrics = (count: number, evaluated: number[]): TrainingMetrics => ({
  steps: Array.from({ length: count }, (_, index) => point(index + 1)),
  evaluations: evaluated.map((step) => ({ attempt: 1, step, loss: 9, tokenAccuracy: null })),
  attempts: [],
  totalSteps: count,
});

it("puts evaluations beside their steps", () => {
  const rows = listPlotRows(metrics(3, [0, 2]));
  expect(rows.map(({ step, loss, evalLoss }) => [step, loss, evalLoss])).toEqual([
    [0, null, 9],
    [1, 0.1, null],
    [2, 0.2, 9],
    [3, 0.3, null],
  ]);
});

it("thins long runs and keeps every evaluation and the end", () => {
  const rows = listPlotRows(metrics(10_000, [777, 10_000]));
  expect(rows.length).toBeLessThanOrEqual(602);
  expect(rows.find(({ step }) => step === 777)?.evalLoss).toBe(9);
  expect(rows.at(-1)).toMatchObject({ step: 10_000, loss: 1_000, evalLoss: 9 });
});
