import type { ApiError } from "./api-error.ts";
import type { Fault } from "./settings.ts";

/** What the server does with a connection. */
export type Outcome =
  | { kind: "answer"; status: number; headers: Record<string, string>; body: string }
  /** Breaks off in the middle of the body. */
  | { kind: "cut"; status: number; headers: Record<string, string>; body: string }
  | { kind: "reset" }
  | { kind: "hang" };

export function answerJson(
  status: number,
  value: unknown,
  headers: Record<string, string> = {},
): Outcome {
  return {
    kind: "answer",
    status,
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(value),
  };
}

/** An answer that was worked on, or what its fault leaves of it. */
export function deliver(outcome: Outcome, fault: Fault | null): Outcome {
  if (outcome.kind !== "answer") return outcome;
  if (fault === "hang") return { kind: "hang" };
  if (fault === "reset") return { kind: "reset" };
  if (fault === "reset_mid_reply") return { ...outcome, kind: "cut" };
  if (fault === "malformed_body") return { ...outcome, body: `<html>${outcome.body}` };
  return outcome;
}

/** An error in the words of the Messages API. */
export function answerError(error: ApiError, requestId: string): Outcome {
  const details = error.code === null ? {} : { details: { error_code: error.code } };
  const body = {
    type: "error",
    error: { type: error.type, message: error.message, ...details },
    request_id: requestId,
  };
  return answerJson(error.status, body, error.headers);
}

/** An error in the words of the chat completions API. */
export function answerChatError(error: ApiError): Outcome {
  const body = {
    error: { message: error.message, type: error.type, param: null, code: error.code },
  };
  return answerJson(error.status, body, error.headers);
}
