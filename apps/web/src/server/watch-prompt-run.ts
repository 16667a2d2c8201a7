import type { EventHub } from "@foundry/core/events/listen-for-events";
import type { PromptRun } from "@foundry/core/prompt-runs/prompt-run.schema";
import { watchRow } from "./watch-row";

const ENDED: readonly PromptRun["state"][] = ["done", "failed", "cancelled"];

/**
 * Server-sent events of one run: its present state first, then every change, until it has ended.
 *
 * @param readRun the state now; throws when the reader has no access any more
 */
export function watchPromptRun({
  runId,
  readRun,
  ...rest
}: {
  runId: string;
  readRun: () => Promise<PromptRun>;
  events: EventHub;
  signal: AbortSignal;
}): AsyncGenerator<string> {
  return watchRow({
    ...rest,
    topic: "prompt-run",
    id: runId,
    read: readRun,
    eventId: ({ state, doneCount }) => `${state}-${doneCount}`,
    hasEnded: ({ state }) => ENDED.includes(state),
  });
}
