import { setTimeout as delay } from "node:timers/promises";

/** Waits `ms` milliseconds, or until the signal aborts, whichever comes first. Never rejects. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await delay(ms, undefined, { signal });
  } catch (error) {
    // The only error of an abortable timer is its abort, which is how the wait ends early.
    if (!signal.aborted) throw error;
  }
}
