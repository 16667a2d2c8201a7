/** Why there is no reply. Stable: stands in the ledger. */
export const PRODUCER_FAILURES = [
  "rate_limited",
  "overloaded",
  "server_error",
  "timeout",
  "connection_lost",
  /** No connection came about: nothing was sent. */
  "unreachable",
  "authentication",
  "permission",
  "payment",
  "spend_limit",
  "unknown_model",
  "bad_request",
  "too_large",
  "unreadable_reply",
] as const;

export type ProducerFailure = (typeof PRODUCER_FAILURES)[number];

/** A call that gave no reply. `message` is for people and names no secret. */
export class ProducerError extends Error {
  override readonly name = "ProducerError";
  readonly failure: ProducerFailure;
  /** `unknown`: it may have been worked on and paid for. */
  readonly isPaid: "no" | "unknown";
  /** How long the provider asks to wait. */
  readonly retryAfterMs: number | null;
  readonly httpStatus: number | null;
  readonly requestId: string | null;
  /** The body of an answer that came whole and could not be read; for the ledger. */
  readonly raw: string | null;

  constructor(
    failure: ProducerFailure,
    message: string,
    details: {
      isPaid: "no" | "unknown";
      retryAfterMs?: number | null;
      httpStatus?: number | null;
      requestId?: string | null;
      raw?: string | null;
      cause?: unknown;
    },
  ) {
    super(message, { cause: details.cause });
    this.failure = failure;
    this.isPaid = details.isPaid;
    this.retryAfterMs = details.retryAfterMs ?? null;
    this.httpStatus = details.httpStatus ?? null;
    this.requestId = details.requestId ?? null;
    this.raw = details.raw ?? null;
  }
}
