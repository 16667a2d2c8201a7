import { type default as Anthropic, APIError } from "@anthropic-ai/sdk";
import { ProducerError } from "./producer-error.ts";
import type { ProducerReply } from "./producer.ts";
import { readAnthropicError } from "./read-anthropic-error.ts";
import { readAnthropicMessage } from "./read-anthropic-message.ts";

/** What became of one request of a batch. Only an answer is paid. */
export type BatchResult = { customId: string } & (
  | { kind: "succeeded"; reply: ProducerReply }
  | { kind: "errored"; error: ProducerError; raw: string }
  | { kind: "expired" | "cancelled" }
);

/** Statuses by the type of an error, which comes without one within a batch. */
const STATUS_BY_TYPE: Record<string, number> = {
  invalid_request_error: 400,
  authentication_error: 401,
  billing_error: 402,
  permission_error: 403,
  not_found_error: 404,
  rate_limit_error: 429,
  api_error: 500,
  timeout_error: 504,
  overloaded_error: 529,
};

/** Reads one line of a batch's results. */
export function readBatchResult(
  row: Anthropic.Messages.MessageBatchIndividualResponse,
): BatchResult {
  const { custom_id: customId, result } = row;
  if (result.type === "expired") return { customId, kind: "expired" };
  if (result.type === "canceled") return { customId, kind: "cancelled" };
  if (result.type === "errored") {
    const raw = JSON.stringify(result.error);
    return { customId, kind: "errored", error: readError(result.error), raw };
  }
  const raw = JSON.stringify(result.message);
  try {
    return { customId, kind: "succeeded", reply: readAnthropicMessage(raw) };
  } catch (error) {
    if (error instanceof ProducerError) return { customId, kind: "errored", error, raw };
    throw error;
  }
}

/** The same reading as for a request of its own; a request that failed in a batch is not paid. */
function readError(response: Anthropic.ErrorResponse): ProducerError {
  const status = STATUS_BY_TYPE[response.error.type] ?? 500;
  const like = APIError.generate(status, response, undefined, new Headers());
  const { failure, message } = readAnthropicError(like, { findEnd: () => null }, new Date());
  const requestId = response.request_id;
  return new ProducerError(failure, message, { isPaid: "no", httpStatus: status, requestId });
}
