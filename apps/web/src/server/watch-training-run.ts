import type { EventHub } from "@foundry/core/events/listen-for-events";
import { createBell } from "@foundry/core/loops/create-bell";
import { pause } from "@foundry/core/loops/pause";
import type { EventPlace } from "@foundry/core/runners/page-task-events";
import type { TrainingEvent } from "@foundry/core/training/list-training-events";
import type { TrainingRun } from "@foundry/core/training/training-run.schema";

/** Also the longest time that a change stays unseen when its event was lost. */
const HEARTBEAT_MS = 15_000;
/** Screens need no more than this, and a runner tells more often. */
const MIN_INTERVAL_MS = 200;
/** How long a browser waits before it connects again. */
const RETRY_MS = 2_000;
const ENDED: readonly TrainingRun["state"][] = ["succeeded", "failed", "cancelled"];

interface WatchedTraining {
  /** The state now; throws when the reader has no access any more. */
  readRun: () => Promise<TrainingRun>;
  /** What the runner told behind a place. */
  readEvents: (after: EventPlace | null) => Promise<TrainingEvent[]>;
  /** Of the task that the run is worked on as. */
  taskId: string;
  /** The last event that the reader has; null: none. */
  after: EventPlace | null;
  events: EventHub;
  signal: AbortSignal;
  heartbeatMs?: number;
}

/**
 * Server-sent events of one training: `training-run` with its whole state whenever that changes,
 * and `runner-event` with each thing that the runner told, whose ids let a reader that was away go
 * on where it was. Ends when the run has ended and all was sent.
 */
export async function* watchTrainingRun({
  readRun,
  readEvents,
  taskId,
  after,
  events,
  signal,
  heartbeatMs = HEARTBEAT_MS,
}: WatchedTraining): AsyncGenerator<string> {
  const bell = createBell();
  const stops = [
    events.subscribe(({ topic, id }) => topic === "runner-task" && id === taskId && bell.ring()),
    events.onReconnect(bell.ring),
  ];
  signal.addEventListener("abort", bell.ring, { once: true });
  try {
    yield `retry: ${RETRY_MS}\n\n`;
    let place = after;
    let shown = "";
    for (;;) {
      // The state first: what the runner told until then is sent before the end is seen.
      const run = await readRun();
      const text = JSON.stringify(run);
      yield text === shown ? ": still here\n\n" : `event: training-run\ndata: ${text}\n\n`;
      shown = text;
      for (let page = await readEvents(place); page.length > 0;) {
        for (const event of page) {
          place = { attempt: event.attempt, seq: event.seq };
          const id = `${event.attempt}.${event.seq}`;
          yield `id: ${id}\nevent: runner-event\ndata: ${JSON.stringify(event)}\n\n`;
        }
        if (signal.aborted) return;
        page = await readEvents(place);
      }
      if (ENDED.includes(run.state)) return;
      await bell.wait(heartbeatMs);
      await pause(MIN_INTERVAL_MS, signal);
      if (signal.aborted) return;
    }
  } finally {
    for (const stop of stops) stop();
    signal.removeEventListener("abort", bell.ring);
  }
}
