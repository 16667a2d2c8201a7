import { pause } from "../loops/pause.ts";
import type { JobLane } from "./define-job.ts";
import type { Deliver, JobQueue, QueueReceiver } from "./queue.ts";

const LONGEST_WAIT_MS = 5_000;

export interface KeptReceiver {
  /** Replaces a receiver that no longer delivers. Handlers that it started go on. */
  rebuild(): void;
  /** Milliseconds since the start or the last rebuild. */
  ageMs(): number;
  /** Takes nothing more; resolves when the deliveries in progress have ended. */
  drain(): Promise<void>;
  close(): Promise<void>;
}

/** Keeps one receiver of the queue open until the signal aborts, however often opening fails. */
export function startReceiver({
  queue,
  lane,
  deliver,
  concurrency,
  signal,
  onError,
}: {
  queue: JobQueue;
  lane: JobLane;
  deliver: Deliver;
  concurrency: number;
  signal: AbortSignal;
  onError: (error: unknown) => void;
}): KeptReceiver {
  let current = openUntilAborted();
  let builtAt = performance.now();

  async function openUntilAborted(): Promise<QueueReceiver | null> {
    for (let failureCount = 1; !signal.aborted; failureCount += 1) {
      try {
        return await queue.openReceiver(lane, deliver, concurrency);
      } catch (error) {
        onError(error);
        await pause(Math.min(100 * 2 ** failureCount, LONGEST_WAIT_MS), signal);
      }
    }
    return null;
  }

  return {
    rebuild() {
      builtAt = performance.now();
      const old = current;
      current = old.then((receiver) => {
        receiver?.close().catch(onError);
        return openUntilAborted();
      });
    },
    ageMs: () => performance.now() - builtAt,
    drain: async () => (await current)?.drain(),
    close: async () => (await current)?.close(),
  };
}
