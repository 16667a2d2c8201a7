import Anthropic, { APIConnectionError, APIError, APIUserAbortError } from "@anthropic-ai/sdk";
import type { CallEnds } from "./call-within.ts";
import { describeFailure } from "./describe-failure.ts";
import { isMaybePaid } from "./is-maybe-paid.ts";
import { ProducerError, type ProducerFailure } from "./producer-error.ts";
import { readLostCall } from "./read-lost-call.ts";
import { readRetryAfter } from "./read-retry-after.ts";

/** Codes that end a run although the class of the error would only end a call. */
const FAILURE_BY_CODE: Record<string, ProducerFailure> = {
  enforced_spend_limit_reached: "spend_limit",
  contract_spend_limit_reached: "spend_limit",
  linked_organization_spend_limit_reached: "spend_limit",
  organization_on_hold: "permission",
  organization_type_not_supported: "permission",
  parent_organization_required: "permission",
  cmek_key_disabled: "permission",
  cmek_key_network_blocked: "permission",
};

/**
 * What an error of the client library means, by its class and code: the wording of a message may
 * change. What the provider says stands behind our own words, for the ledger.
 */
export function readAnthropicError(
  error: unknown,
  ends: Pick<CallEnds, "findEnd">,
  now: Date,
): ProducerError {
  if (error instanceof ProducerError) return error;
  if (!(error instanceof APIError)) return readLostCall(error, ends);
  if (error instanceof APIConnectionError || error instanceof APIUserAbortError) {
    return readLostCall(error, ends);
  }
  const { headers, status } = error as APIError<number, Headers>;
  const failure = readFailure(error);
  return new ProducerError(failure, describeFailure(failure, error.apiMessage), {
    isPaid: isMaybePaid(status) ? "unknown" : "no",
    retryAfterMs: readRetryAfter(headers, now),
    httpStatus: status,
    requestId: error.requestID ?? null,
    cause: error,
  });
}

function readFailure(error: APIError): ProducerFailure {
  const byCode = error.errorCode === null ? undefined : FAILURE_BY_CODE[error.errorCode];
  if (byCode !== undefined) return byCode;
  if (error instanceof Anthropic.RateLimitError) return "rate_limited";
  if (error instanceof Anthropic.OverloadedError) return "overloaded";
  if (error instanceof Anthropic.AuthenticationError) return "authentication";
  if (error instanceof Anthropic.PaymentRequiredError) return "payment";
  if (error instanceof Anthropic.PermissionDeniedError) return "permission";
  if (error instanceof Anthropic.NotFoundError) return "unknown_model";
  if (error instanceof Anthropic.ContentTooLargeError) return "too_large";
  if (error instanceof Anthropic.RequestHeaderFieldsTooLargeError) return "too_large";
  if (error instanceof Anthropic.RequestTimeoutError) return "timeout";
  if (error instanceof Anthropic.GatewayTimeoutError) return "timeout";
  if (error instanceof Anthropic.ClientClosedRequestError) return "connection_lost";
  if (error instanceof Anthropic.ConflictError) return "server_error";
  return readFailureByType(error);
}

/** An account that may not be billed comes as 400 too; a proxy may hide the status of an overload. */
function readFailureByType({ type, status }: APIError): ProducerFailure {
  if (type === "overloaded_error") return "overloaded";
  if (type === "timeout_error") return "timeout";
  if (type === "billing_error") return "payment";
  return status !== undefined && status >= 500 ? "server_error" : "bad_request";
}
