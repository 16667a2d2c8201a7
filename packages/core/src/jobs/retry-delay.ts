import type { JobTiming } from "./job-timing.ts";

/**
 * Milliseconds until the next try: doubles with every attempt, and half of it is random, so that
 * jobs that failed together do not come back together.
 *
 * @param attempt the one that failed, from 1
 * @param random from 0 up to 1
 */
export function retryDelay(
  attempt: number,
  timing: Pick<JobTiming, "retryBaseMs" | "retryLongestMs">,
  random: number,
): number {
  const longest = Math.min(timing.retryBaseMs * 2 ** (attempt - 1), timing.retryLongestMs);
  return Math.round(longest * (0.5 + random / 2));
}
