import type { DatasetSize } from "./estimate-run.ts";
import { planSteps } from "./plan-steps.ts";
import { MIN_EVALUATIONS, type TrainingConfig } from "./training-config.schema.ts";

/** Why a dataset is too small for a training with this config; empty when it is not. */
export function listObstacles(
  config: TrainingConfig,
  { trainRows, validationRows }: Pick<DatasetSize, "trainRows" | "validationRows">,
): { code: string; message: string }[] {
  const obstacles = [];
  if (validationRows === 0) {
    const message =
      "The dataset has no rows for validation, so nothing would say when to stop. Freeze one with a share for validation.";
    obstacles.push({ code: "no_validation", message });
  }
  if (planSteps(config, trainRows) === null) {
    const message = `The ${trainRows} rows to learn from give too few steps for ${MIN_EVALUATIONS} evaluations. Use more rows or epochs, or fewer rows in a step.`;
    obstacles.push({ code: "too_few_steps", message });
  }
  return obstacles;
}
