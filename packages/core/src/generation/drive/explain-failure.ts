import type { LlmCallOutcome } from "@foundry/prisma/client";
import type { StopReason } from "../generation.schema.ts";
import type { CallEnd } from "../ledger/end-calls.ts";
import type { ProducerError, ProducerFailure } from "../producers/producer-error.ts";

const OUTCOMES: Record<ProducerFailure, LlmCallOutcome> = {
  rate_limited: "rate_limited",
  overloaded: "overloaded",
  server_error: "overloaded",
  timeout: "timeout",
  connection_lost: "connection_lost",
  unreachable: "connection_lost",
  authentication: "failed",
  permission: "failed",
  payment: "failed",
  spend_limit: "failed",
  unknown_model: "failed",
  bad_request: "failed",
  too_large: "failed",
  unreadable_reply: "failed",
};

/** These concern every prompt alike. */
const STOPS = new Set<StopReason>([
  "authentication",
  "permission",
  "payment",
  "spend_limit",
  "unknown_model",
]);
/** How the ledger writes a call down that gave no answer. */
export function describeCallEnd(error: ProducerError): CallEnd {
  return {
    state: error.isPaid === "unknown" ? "in_doubt" : "settled",
    outcome: OUTCOMES[error.failure],
    error: error.message,
    httpStatus: error.httpStatus,
    requestId: error.requestId,
    raw: error.raw,
  };
}

/** Why the whole run is to stand still; null when the failure concerns one request. */
export function findRunObstacle(failure: ProducerFailure): StopReason | null {
  const reason = failure as StopReason;
  return STOPS.has(reason) ? reason : null;
}

/** Whether the same request can never succeed, whoever sends it when; names the item's failure. */
export function findItemObstacle(failure: ProducerFailure): "bad_request" | "too_large" | null {
  return failure === "bad_request" || failure === "too_large" ? failure : null;
}
