import { ApiError } from "../../../components/api/api-error";
import { describeError } from "../../../components/api/describe-error";
import type { Problem } from "./desk-state";

export function describeProblem(error: unknown): Problem {
  return { reason: error instanceof ApiError ? error.reason : "unknown", ...describeError(error) };
}
