import { ApiError } from "./api-error";

/** What an answer said about one field of the form, by its JSON Pointer; null when nothing. */
export function findProblem(error: unknown, path: string): string | null {
  if (!(error instanceof ApiError)) return null;
  return error.problems.find((problem) => problem.path === path)?.message ?? null;
}
