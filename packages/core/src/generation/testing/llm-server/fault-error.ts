import { ApiError } from "./api-error.ts";
import type { Fault, ServerSettings } from "./settings.ts";

/** The error answer that a fault is; null for a fault of another kind. */
export function faultError(
  fault: Fault | null,
  { retryAfterSeconds }: Pick<ServerSettings, "retryAfterSeconds">,
): ApiError | null {
  switch (fault) {
    case "rate_limit":
      return new ApiError(429, "rate_limit_error", "Number of requests is over the limit.", {
        headers: { "retry-after": String(retryAfterSeconds) },
      });
    case "server_error":
      return new ApiError(500, "api_error", "Internal server error.");
    case "overloaded":
      return new ApiError(529, "overloaded_error", "Overloaded.");
    case "gateway_timeout":
      return new ApiError(504, "timeout_error", "The request took too long.");
    case "bad_request":
      return new ApiError(400, "invalid_request_error", "The request is not as it should be.");
    case "too_large":
      return new ApiError(413, "invalid_request_error", "The request is too large.");
    case "authentication":
      return new ApiError(401, "authentication_error", "The key is not valid.");
    case "permission":
      return new ApiError(403, "permission_error", "The key may not use this.");
    case "payment":
      return new ApiError(402, "billing_error", "The account has no credit.");
    case "spend_limit":
      return new ApiError(429, "rate_limit_error", "The monthly limit is reached.", {
        code: "enforced_spend_limit_reached",
      });
    case "on_hold":
      return new ApiError(400, "invalid_request_error", "The organization is on hold.", {
        code: "organization_on_hold",
      });
    default:
      return null;
  }
}
