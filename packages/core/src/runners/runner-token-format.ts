/** What the token of a runner begins with: it opens the runner's own routes and nothing else. */
export const RUNNER_TOKEN_PREFIX = "fndr_";

/** Of a token, as people see it in lists. */
export const SHOWN_TOKEN_CHARACTERS = RUNNER_TOKEN_PREFIX.length + 4;

const FORMAT = /^fndr_[A-Za-z0-9_-]{43}$/;

/** Whether a text can be a runner's token at all; anything else needs no look-up. */
export function isRunnerToken(text: string): boolean {
  return FORMAT.test(text);
}
