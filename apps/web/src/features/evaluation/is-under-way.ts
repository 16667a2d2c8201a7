import type { EvaluationRow } from "@foundry/core/evaluations/evaluation.schema";

/** Whether it changes by itself: it waits for a runner, one works on it, or it is being scored. */
export function isUnderWay({
  state,
  isScoring,
}: Pick<EvaluationRow, "state" | "isScoring">): boolean {
  return state === "waiting" || state === "running" || isScoring;
}
