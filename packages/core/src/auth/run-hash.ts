import { DomainError } from "../errors.ts";

/** One hash takes a core and 46 MiB for about 40 ms, so unlimited sign-ins would be a way to stop us. */
const PARALLEL_HASHES = 2;
const MAX_WAITING = 200;

const waiting: (() => void)[] = [];
let runningCount = 0;

/**
 * Runs password work, two pieces at a time in this process.
 *
 * @throws DomainError `unavailable` when too many wait already
 */
export async function runHash<Result>(work: () => Promise<Result>): Promise<Result> {
  if (runningCount < PARALLEL_HASHES) {
    runningCount += 1;
  } else {
    if (waiting.length >= MAX_WAITING) {
      throw new DomainError("unavailable", "Too many people are signing in. Try again shortly.", {
        retryAfterSeconds: 5,
      });
    }
    await new Promise<void>((resolve) => waiting.push(resolve));
  }
  try {
    return await work();
  } finally {
    // The place is handed on without being given up, so that nobody can slip in between.
    const next = waiting.shift();
    if (next) next();
    else runningCount -= 1;
  }
}
