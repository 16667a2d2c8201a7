const FIRST_MS = 500;
const LONGEST_MS = 8_000;

/** Milliseconds to wait before sending again, after `failureCount` failures. */
export function retryDelay(failureCount: number): number {
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** failureCount);
}
