/** What went wrong, in the terms of the caller; the web maps each to one HTTP status. */
export const ERROR_CODES = [
  "invalid_input",
  "unauthenticated",
  "forbidden",
  "not_found",
  "conflict",
  "gone",
  "too_large",
  "unsupported",
  "rate_limited",
  "unavailable",
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** One value that was wrong: where it is (JSON Pointer into the request) and what to do about it. */
export interface InputProblem {
  path: string;
  message: string;
}

/**
 * A failure the caller can act on. Anything else thrown is a bug and becomes a 500.
 *
 * `message` is shown to people: say what happened, what was kept and what to do.
 * `reason` is for programs: stable, snake_case, narrower than `code` (for example `lease_lost`).
 */
export class DomainError extends Error {
  override readonly name = "DomainError";
  readonly code: ErrorCode;
  readonly reason: string;
  readonly problems: InputProblem[];
  /** Seconds until trying again makes sense; only with `rate_limited` and `unavailable`. */
  readonly retryAfterSeconds: number | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    options: {
      reason?: string;
      problems?: InputProblem[];
      retryAfterSeconds?: number;
      cause?: unknown;
    } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.reason = options.reason ?? code;
    this.problems = options.problems ?? [];
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}
