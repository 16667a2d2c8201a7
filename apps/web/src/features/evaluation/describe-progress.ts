import type { Evaluation } from "@foundry/core/evaluations/evaluation.schema";

interface EvaluationProgress {
  phase: string;
  /** Of base model and adapter together. */
  doneCount: number;
  count: number;
}

const PHASES = new Map([
  ["preflight", "Checking machine and data"],
  ["preparing_data", "Preparing the items"],
  ["loading_model", "Loading the models"],
]);

/** How far an evaluation is: the base model answers every item first, then the adapter does. */
export function describeProgress({
  state,
  phase,
  progress,
  isStopping,
  isScoring,
  itemCount,
}: Pick<
  Evaluation,
  "state" | "phase" | "progress" | "isStopping" | "isScoring" | "itemCount"
>): EvaluationProgress {
  const count = 2 * itemCount;
  const at = (words: string, doneCount = 0) => ({ phase: words, doneCount, count });
  if (isScoring) return at("Scoring the answers", count);
  if (isStopping) return at("Stopping");
  if (state === "waiting") return at("Waiting for a machine");
  if (phase !== "evaluating") return at(PHASES.get(phase ?? "") ?? "Starting");
  const doneCount = Math.round((progress ?? 0) * count);
  if (doneCount >= count) return at("Handing over the answers", count);
  return at(doneCount < itemCount ? "The base model answers" : "The adapter answers", doneCount);
}
