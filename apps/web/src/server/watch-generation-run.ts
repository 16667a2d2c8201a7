import { createHash } from "node:crypto";
import type { EventHub } from "@foundry/core/events/listen-for-events";
import type { GenerationRun } from "@foundry/core/generation/generation.schema";
import { watchRow } from "./watch-row";

const ENDED: readonly GenerationRun["state"][] = ["done", "failed", "cancelled"];

/**
 * Server-sent events of one run: its present state first, then every change, until it has ended and
 * no request is under way any more.
 *
 * @param readRun the state now; throws when the reader has no access any more
 */
export function watchGenerationRun({
  runId,
  readRun,
  ...rest
}: {
  runId: string;
  readRun: () => Promise<GenerationRun>;
  events: EventHub;
  signal: AbortSignal;
}): AsyncGenerator<string> {
  return watchRow({
    ...rest,
    topic: "generation-run",
    id: runId,
    read: readRun,
    // Much of a run changes apart from its counters: money, pauses, batches.
    eventId: (run) => createHash("sha256").update(JSON.stringify(run)).digest("hex").slice(0, 16),
    hasEnded: ({ state, counts }) => ENDED.includes(state) && counts.running === 0,
  });
}
