/** What every token begins with, so that scanners for leaked secrets recognise it. */
export const API_TOKEN_PREFIX = "fnd_";

const FORMAT = /^fnd_[A-Za-z0-9_-]{43}$/;

/** Whether a text can be a token at all; anything else needs no look-up. */
export function isApiToken(text: string): boolean {
  return FORMAT.test(text);
}
