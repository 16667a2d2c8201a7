import { hideKeyInText } from "./hide-key-in-text.ts";
import { ProducerError } from "./producer-error.ts";

/**
 * The same error without the key in it: some servers say in their message which key they refuse,
 * and what is said stands in the ledger and on the screen.
 */
export function hideKey(error: ProducerError, key: string | null): ProducerError {
  const hide = (text: string) => hideKeyInText(text, key);
  const { failure, isPaid, retryAfterMs, httpStatus, requestId, raw } = error;
  const details = { isPaid, retryAfterMs, httpStatus, requestId };
  const cause = describeCause(error.cause);
  const isInCause = hide(cause) !== cause;
  return new ProducerError(failure, hide(error.message), {
    ...details,
    raw: raw === null ? null : hide(raw),
    ...(isInCause ? {} : { cause: error.cause }),
  });
}

/** Everything of a library's error that a log would write. */
function describeCause(cause: unknown): string {
  if (!(cause instanceof Error)) return "";
  const body = "error" in cause ? JSON.stringify(cause.error ?? null) : "";
  return `${cause.message} ${cause.stack ?? ""} ${body} ${describeCause(cause.cause)}`;
}
