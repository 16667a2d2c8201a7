import { APIConnectionError, APIError, APIUserAbortError } from "openai";
import type { CallEnds } from "./call-within.ts";
import { describeFailure } from "./describe-failure.ts";
import { isMaybePaid } from "./is-maybe-paid.ts";
import { ProducerError, type ProducerFailure } from "./producer-error.ts";
import { readLostCall } from "./read-lost-call.ts";
import { readRetryAfter } from "./read-retry-after.ts";

/** Codes that say more than their status. */
const FAILURE_BY_CODE: Record<string, ProducerFailure> = {
  insufficient_quota: "payment",
  billing_hard_limit_reached: "spend_limit",
  model_not_found: "unknown_model",
  context_length_exceeded: "too_large",
  invalid_api_key: "authentication",
};

const FAILURE_BY_STATUS: Record<number, ProducerFailure> = {
  401: "authentication",
  402: "payment",
  403: "permission",
  404: "unknown_model",
  408: "timeout",
  413: "too_large",
  429: "rate_limited",
  503: "overloaded",
  504: "timeout",
  529: "overloaded",
};

/** What an error of the client library means, by its status and code, never by its message. */
export function readChatError(
  error: unknown,
  ends: Pick<CallEnds, "findEnd">,
  now: Date,
): ProducerError {
  if (error instanceof ProducerError) return error;
  if (!(error instanceof APIError)) return readLostCall(error, ends);
  if (error instanceof APIConnectionError || error instanceof APIUserAbortError) {
    return readLostCall(error, ends);
  }
  const { status, headers, code, requestID } = error as APIError<number, Headers>;
  const failure = FAILURE_BY_CODE[code ?? ""] ?? readStatus(status);
  return new ProducerError(failure, describeFailure(failure, readSaid(error)), {
    isPaid: isMaybePaid(status) ? "unknown" : "no",
    retryAfterMs: readRetryAfter(headers, now),
    httpStatus: status,
    requestId: requestID ?? null,
    cause: error,
  });
}

function readStatus(status: number): ProducerFailure {
  return FAILURE_BY_STATUS[status] ?? (status >= 500 ? "server_error" : "bad_request");
}

function readSaid({ error }: APIError): string | null {
  if (typeof error !== "object" || error === null || !("message" in error)) return null;
  return typeof error.message === "string" ? error.message : null;
}
