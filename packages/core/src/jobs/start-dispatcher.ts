import type { Database } from "@foundry/prisma/client";
import type { EventHub } from "../events/listen-for-events.ts";
import { pause } from "../loops/pause.ts";
import type { JobLane } from "./define-job.ts";
import { DISPATCH_BATCH_SIZE, dispatchOutbox } from "./dispatch-outbox.ts";
import type { KeptOpen } from "./keep-open.ts";
import type { QueueSender } from "./queue.ts";

const LONGEST_WAIT_MS = 5_000;

/**
 * Empties the outbox into the queue until the signal aborts: at once when told of a new message,
 * otherwise every `pollMs`. While the queue or the database is away it keeps trying, ever more
 * slowly, and nothing is lost, because a message leaves the outbox only after the queue has it.
 *
 * @returns resolves when the signal has aborted and the batch in progress has ended
 */
export async function startDispatcher({
  db,
  sender,
  laneOf,
  hub,
  pollMs,
  signal,
  onError,
}: {
  db: Database;
  sender: KeptOpen<QueueSender>;
  laneOf: (name: string) => JobLane;
  hub: EventHub;
  pollMs: number;
  signal: AbortSignal;
  onError: (error: unknown) => void;
}): Promise<void> {
  let alarm = new AbortController();
  const wake = () => alarm.abort();
  const unsubscribe = hub.subscribe((event) => event.topic === "outbox" && wake());
  const forgetReconnect = hub.onReconnect(wake);
  signal.addEventListener("abort", wake);

  let failureCount = 0;
  while (!signal.aborted) {
    // Before the look into the outbox, so that a message written during it is not slept over.
    alarm = new AbortController();
    try {
      // Opened before the transaction, which would otherwise hold its rows for as long.
      await sender.use(async () => {});
      const count = await dispatchOutbox(db, laneOf, (entries) =>
        sender.use((open) => open.add(entries)),
      );
      failureCount = 0;
      if (count < DISPATCH_BATCH_SIZE) await pause(pollMs, alarm.signal);
    } catch (error) {
      onError(error);
      failureCount += 1;
      await pause(Math.min(100 * 2 ** failureCount, LONGEST_WAIT_MS), signal);
    }
  }
  unsubscribe();
  forgetReconnect();
}
