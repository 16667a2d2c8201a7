import type { TrainingMetrics } from "@foundry/core/training/training-run.schema";

/** More points than the plot has pixels say nothing more. */
const MAX_ROWS = 600;

export type PlotRow = {
  step: number;
  loss: number | null;
  evalLoss: number | null;
  learningRate: number | null;
  gradientNorm: number | null;
  tokensPerSecond: number | null;
};

/**
 * One row for each step that has a point, thinned where there are very many; evaluations and the
 * last step are always there.
 */
export function listPlotRows({ steps, evaluations }: TrainingMetrics): PlotRow[] {
  const rows = new Map<number, PlotRow>();
  const every = Math.max(1, Math.ceil(steps.length / MAX_ROWS));
  for (const [index, point] of steps.entries()) {
    if (index % every !== 0 && index !== steps.length - 1) continue;
    const { step, loss, learningRate, gradientNorm, tokensPerSecond } = point;
    rows.set(step, { step, loss, evalLoss: null, learningRate, gradientNorm, tokensPerSecond });
  }
  for (const { step, loss } of evaluations) {
    const row = rows.get(step) ?? { ...EMPTY, step };
    rows.set(step, { ...row, evalLoss: loss });
  }
  return [...rows.values()].toSorted((left, right) => left.step - right.step);
}

const EMPTY: Omit<PlotRow, "step"> = {
  loss: null,
  evalLoss: null,
  learningRate: null,
  gradientNorm: null,
  tokensPerSecond: null,
};
