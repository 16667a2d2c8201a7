const MAX_KEYS = 1_000;
const MAX_LENGTH = 1_000;

/**
 * What is read of a text, remembered from the second time on: while a person types, all texts but
 * one come again, but of thousands of IRs that are checked once nothing is worth to be kept.
 *
 * @returns a function that calls `read` unless it knows what that gave for the same key
 */
export function remember<Read>(): (key: string, read: () => Read) => Read {
  const seen = new Set<string>();
  const known = new Map<string, Read>();
  return (key, read) => {
    const last = known.get(key);
    if (last !== undefined) return last;
    const result = read();
    if (key.length > MAX_LENGTH) return result;
    if (seen.has(key)) {
      if (known.size >= MAX_KEYS) known.clear();
      known.set(key, result);
    } else {
      if (seen.size >= MAX_KEYS) seen.clear();
      seen.add(key);
    }
    return result;
  };
}
