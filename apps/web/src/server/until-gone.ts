import { onShutdown } from "./shutdown";

/** Runs `work` with a signal that aborts when the caller is gone or the server stops. */
export async function untilGone<Result>(
  caller: AbortSignal,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const ending = new AbortController();
  const end = () => ending.abort();
  const release = onShutdown(end);
  caller.addEventListener("abort", end, { once: true });
  try {
    return await work(ending.signal);
  } finally {
    release();
    caller.removeEventListener("abort", end);
  }
}
