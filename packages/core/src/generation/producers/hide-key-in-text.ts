/** Shorter ones would tear ordinary words apart, and are no secret. */
const LEAST_LENGTH = 6;

/** What a server said, without the key that it was sent. */
export function hideKeyInText(text: string, key: string | null): string {
  return key === null || key.length < LEAST_LENGTH ? text : text.replaceAll(key, "…");
}
