import type { Evaluation } from "@foundry/core/evaluations/evaluation.schema";
import type { EventHub } from "@foundry/core/events/listen-for-events";
import { watchRow } from "./watch-row";

/**
 * Server-sent events of one evaluation: its present state first, then every change, until it is
 * scored or has ended without scores.
 */
export function watchEvaluation({
  taskId,
  ...rest
}: {
  /** Of the task that the evaluation is worked on as. */
  taskId: string;
  /** The state now; throws when the reader has no access any more. */
  read: () => Promise<Evaluation>;
  events: EventHub;
  signal: AbortSignal;
}): AsyncGenerator<string> {
  return watchRow({
    ...rest,
    topic: "runner-task",
    name: "evaluation",
    id: taskId,
    eventId: ({ state, attempt, phase, progress, isStopping, isScored }) =>
      [state, attempt, phase ?? "", progress ?? "", isStopping, isScored].join("-"),
    hasEnded: ({ state, isScored }) => isScored || state === "failed" || state === "cancelled",
  });
}
