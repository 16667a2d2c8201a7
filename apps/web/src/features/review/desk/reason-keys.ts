/** The key of each reason by its place: digits first, then letters. */
const KEYS = "123456789abcdefghijklmnopqrstuvwxyz";

export function keyOfReason(index: number): string {
  return KEYS.charAt(index);
}

/** @returns index of the reason with this key, or -1 */
export function findReasonByKey(key: string, count: number): number {
  const index = key.length === 1 ? KEYS.indexOf(key.toLowerCase()) : -1;
  return index < count ? index : -1;
}
