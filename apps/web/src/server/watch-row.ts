import type { EventHub } from "@foundry/core/events/listen-for-events";
import type { FoundryEvent } from "@foundry/core/events/publish-event";
import { createBell } from "@foundry/core/loops/create-bell";
import { pause } from "@foundry/core/loops/pause";

/** Also the longest time that a change stays unseen when its event was lost. */
const HEARTBEAT_MS = 15_000;
/** Screens need no more than this, and background work publishes far more often. */
const MIN_INTERVAL_MS = 200;
/** How long a browser waits before it connects again. */
const RETRY_MS = 2_000;

/** What is watched, and how its state is told apart. */
export interface WatchedRow<Row> {
  topic: FoundryEvent["topic"];
  /** Of the server-sent event; left out: the topic. */
  name?: string;
  id: string;
  /** The state now; throws when the reader has no access any more. */
  read: () => Promise<Row>;
  /** Changes with everything that a screen shows of the row. */
  eventId: (row: Row) => string;
  hasEnded: (row: Row) => boolean;
  events: EventHub;
  signal: AbortSignal;
  heartbeatMs?: number;
}

/**
 * Server-sent events of one row: its present state first, then every change, until it has ended.
 * A client that was away needs no replay, because each event carries the whole state.
 */
export async function* watchRow<Row>({
  topic,
  name = topic,
  id,
  read,
  eventId,
  hasEnded,
  events,
  signal,
  heartbeatMs = HEARTBEAT_MS,
}: WatchedRow<Row>): AsyncGenerator<string> {
  const format = (row: Row) =>
    `id: ${eventId(row)}\nevent: ${name}\ndata: ${JSON.stringify(row)}\n\n`;
  const changes = createBell();
  const stops = [
    events.subscribe((event) => event.topic === topic && event.id === id && changes.ring()),
    events.onReconnect(changes.ring),
  ];
  signal.addEventListener("abort", changes.ring, { once: true });
  try {
    let current = await read();
    yield `retry: ${RETRY_MS}\n${format(current)}`;
    while (!hasEnded(current)) {
      await changes.wait(heartbeatMs);
      await pause(MIN_INTERVAL_MS, signal);
      if (signal.aborted) return;
      const previousId = eventId(current);
      current = await read();
      yield eventId(current) === previousId ? ": still here\n\n" : format(current);
    }
  } finally {
    for (const stop of stops) stop();
    signal.removeEventListener("abort", changes.ring);
  }
}
