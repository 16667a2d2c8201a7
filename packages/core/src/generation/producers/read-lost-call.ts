import { APIConnectionTimeoutError as MessagesTimeout } from "@anthropic-ai/sdk";
import { APIConnectionTimeoutError as ChatTimeout } from "openai";
import type { CallEnds } from "./call-within.ts";
import { ProducerError } from "./producer-error.ts";
import { UnsentError } from "./unsent-error.ts";

/**
 * What it means that no answer came, or only a part of one.
 *
 * @param requestId where the headers had come: the provider can be asked about it
 */
export function readLostCall(
  error: unknown,
  { findEnd }: Pick<CallEnds, "findEnd">,
  requestId: string | null = null,
): ProducerError {
  const unsent = findUnsent(error);
  if (unsent !== null) {
    return new ProducerError(
      "unreachable",
      `The provider could not be reached (${unsent.code}). Nothing was sent.`,
      { isPaid: "no", cause: error },
    );
  }
  const end = findEnd();
  if (end === "deadline" || isTimeout(error)) {
    return new ProducerError(
      "timeout",
      "The provider did not answer in time. It may have done the work, and may bill it.",
      { isPaid: "unknown", requestId, cause: error },
    );
  }
  const what = end === "stopped" ? "The call was cut off here" : "The connection was lost";
  return new ProducerError(
    "connection_lost",
    `${what} before the whole answer had come. The provider may bill it.`,
    { isPaid: "unknown", requestId, cause: error },
  );
}

function findUnsent(error: unknown): UnsentError | null {
  if (error instanceof UnsentError) return error;
  return error instanceof Error && error.cause !== undefined ? findUnsent(error.cause) : null;
}

function isTimeout(error: unknown): boolean {
  return error instanceof MessagesTimeout || error instanceof ChatTimeout;
}
