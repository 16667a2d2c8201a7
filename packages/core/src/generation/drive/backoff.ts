const BASE_MS = 1_000;
const LONGEST_MS = 60_000;

/**
 * Milliseconds to wait before the next try: twice as long each time, and different for everybody, so
 * that those who failed together do not come back together.
 *
 * @param count how often it failed, from 1
 */
export function backoff(count: number): number {
  const longest = Math.min(BASE_MS * 2 ** ((count - 1) % 7), LONGEST_MS);
  return longest * (0.5 + Math.random() / 2);
}
