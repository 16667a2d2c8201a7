import { pause } from "./pause.ts";

/**
 * Runs `work` again and again, `ms` milliseconds after the end of the run before, until the signal
 * aborts. A failed run is reported to `onError` and does not end the loop.
 *
 * @returns resolves when the signal has aborted and the run in progress has ended
 */
export async function repeatEvery(
  ms: number,
  signal: AbortSignal,
  work: () => Promise<void>,
  onError: (error: unknown) => void,
): Promise<void> {
  for (await pause(ms, signal); !signal.aborted; await pause(ms, signal)) {
    try {
      await work();
    } catch (error) {
      onError(error);
    }
  }
}
