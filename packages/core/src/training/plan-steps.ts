import { MIN_EVALUATIONS, type TrainingConfig } from "./training-config.schema.ts";

export interface StepPlan {
  /** Rows that one step learns from, over all GPUs. */
  rowsPerStep: number;
  stepsPerEpoch: number;
  totalSteps: number;
  /** Steps between two evaluations, which are also where the state is saved. */
  evalEvery: number;
  evaluations: number;
}

/**
 * The steps of a run as the trainer plans them: it evaluates as often as asked for, and at least
 * three times.
 *
 * @param trainRows rows of the train split
 * @returns null when there are too few steps for three evaluations; the trainer refuses such a run
 */
export function planSteps({ sft, eval: evaluation, num_gpus }: TrainingConfig, trainRows: number) {
  const rowsPerStep = sft.per_device_batch * sft.grad_accum * num_gpus;
  const stepsPerEpoch = Math.ceil(trainRows / rowsPerStep);
  const totalSteps = Math.ceil(sft.epochs * stepsPerEpoch);
  if (totalSteps < MIN_EVALUATIONS) return null;
  const wanted = Math.floor(stepsPerEpoch / evaluation.evals_per_epoch);
  const evalEvery = Math.max(1, Math.min(wanted, Math.floor(totalSteps / MIN_EVALUATIONS)));
  const evaluations = Math.floor(totalSteps / evalEvery);
  const plan: StepPlan = { rowsPerStep, stepsPerEpoch, totalSteps, evalEvery, evaluations };
  return plan;
}
