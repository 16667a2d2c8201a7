import { ProducerError } from "./producer-error.ts";

/** An end that came from this side. */
export interface CallEnds {
  signal: AbortSignal;
  /** Which of our own ends was it, if any. */
  findEnd(): "deadline" | "stopped" | null;
}

/**
 * Runs a call with a deadline for all of it; client libraries stop their clock at the headers, and
 * a server may then take for ever with the body.
 *
 * @throws ProducerError `unreachable` when it was stopped before it began, and whatever `run` throws
 */
export async function callWithin<Result>(
  { timeoutMs, signal }: { timeoutMs: number; signal: AbortSignal },
  run: (ends: CallEnds) => Promise<Result>,
): Promise<Result> {
  if (signal.aborted) {
    throw new ProducerError("unreachable", "The call was stopped before it was sent.", {
      isPaid: "no",
    });
  }
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), timeoutMs);
  try {
    return await run({
      signal: AbortSignal.any([signal, deadline.signal]),
      findEnd: () => (deadline.signal.aborted ? "deadline" : signal.aborted ? "stopped" : null),
    });
  } finally {
    clearTimeout(timer);
  }
}
