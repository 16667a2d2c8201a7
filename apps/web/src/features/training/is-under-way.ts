import type { TrainingRunRow } from "@foundry/core/training/training-run.schema";

/** Whether it changes by itself: it waits for a runner, or one works on it. */
export function isUnderWay({ state }: Pick<TrainingRunRow, "state">): boolean {
  return state === "waiting" || state === "running";
}
