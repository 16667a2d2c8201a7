import type { Logger } from "../logger.ts";

const ONCE_IN_MS = 5_000;

/** A log function for failures that come many times a second while something is away. */
export function logSparingly(logger: Logger, message: string): (error: unknown) => void {
  let toldAt = -Infinity;
  let untoldCount = 0;
  return (error) => {
    const now = performance.now();
    if (now - toldAt < ONCE_IN_MS) {
      untoldCount += 1;
      return;
    }
    logger.warn({ err: error, untoldCount }, message);
    toldAt = now;
    untoldCount = 0;
  };
}
