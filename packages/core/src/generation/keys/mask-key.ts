const SHOWN = 4;
/** A shorter key would be shown by half. */
const LONG_ENOUGH = 20;

/** The end of a key, so that a person can tell keys apart, and nothing of a short one. */
export function maskKey(key: string): string {
  return key.length < LONG_ENOUGH ? "…" : `…${key.slice(-SHOWN)}`;
}
