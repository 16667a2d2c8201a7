import { ApiError } from "./api-error";

/** The sentence and the request id to show for any error; a bug's own message is no help to a reader. */
export function describeError(error: unknown): { detail: string; requestId: string | null } {
  if (error instanceof ApiError) return { detail: error.detail, requestId: error.requestId };
  return {
    detail: "This page met a state that it does not know. Reload it and try again.",
    requestId: null,
  };
}
