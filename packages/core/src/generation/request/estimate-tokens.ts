/** Bytes of UTF-8 for one token in English and JSON, roughly. */
const BYTES_PER_TOKEN = 3.4;

/** About how many tokens a text has; only for showing, a provider counts in its own way. */
export function estimateTokens(text: string): number {
  return Math.ceil(new TextEncoder().encode(text).length / BYTES_PER_TOKEN);
}
