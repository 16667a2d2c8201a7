import { STATUS_CODES } from "node:http";
import { DomainError, type ErrorCode } from "@foundry/core/errors";
import { EventGapError } from "@foundry/core/runners/event-gap-error";
import { isOutage } from "./is-outage";
import type { Problem } from "./problem.schema";

const STATUS: Record<ErrorCode, number> = {
  invalid_input: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  gone: 410,
  too_large: 413,
  unsupported: 415,
  rate_limited: 429,
  unavailable: 503,
};

const OUTAGE_RETRY_SECONDS = 1;

/** An error in the terms of HTTP. */
export interface ProblemAnswer {
  problem: Problem;
  headers: Record<string, string>;
  /** True when a person must look at it: not the caller's doing. */
  isOurFault: boolean;
}

/** The one place that turns an error into an HTTP status. */
export function toProblem(error: unknown, requestId: string): ProblemAnswer {
  const known = error instanceof DomainError ? error : describeFailure(error, requestId);
  const status = known instanceof DomainError ? STATUS[known.code] : 500;
  return {
    problem: {
      type: `urn:foundry:problem:${known.reason}`,
      title: STATUS_CODES[status] ?? "Error",
      status,
      detail: known.message,
      reason: known.reason,
      problems: known instanceof DomainError ? known.problems : [],
      ...(known instanceof EventGapError ? { expectedSeq: known.expectedSeq } : {}),
      requestId,
    },
    headers: headersOf(known, status),
    isOurFault: known !== error,
  };
}

/** Never shows the error itself: its text may hold content or internals. */
function describeFailure(error: unknown, requestId: string) {
  if (isOutage(error)) {
    return new DomainError(
      "unavailable",
      "The database does not answer at the moment. Nothing was saved; try again.",
      { reason: "database_unavailable", retryAfterSeconds: OUTAGE_RETRY_SECONDS, cause: error },
    );
  }
  return {
    reason: "internal_error",
    message: `Something failed on the server. An admin finds it in the log under ${requestId}.`,
  };
}

function headersOf(
  known: DomainError | { reason: string },
  status: number,
): Record<string, string> {
  if (status === 401) return { "www-authenticate": "Bearer" };
  if (known instanceof DomainError && known.retryAfterSeconds !== undefined) {
    return { "retry-after": String(Math.max(1, Math.ceil(known.retryAfterSeconds))) };
  }
  return {};
}
