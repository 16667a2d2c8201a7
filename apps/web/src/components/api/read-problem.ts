import type { InputProblem } from "@foundry/core/errors";
import { ApiError } from "./api-error";

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function readText(value: unknown, fallback: string): string {
  return typeof value === "string" && value !== "" ? value : fallback;
}

function readProblems(value: unknown): InputProblem[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isRecord).map((problem) => ({
    path: readText(problem.path, ""),
    message: readText(problem.message, ""),
  }));
}

/** Reads an RFC 9457 body; anything else (a proxy's page, say) becomes a sentence about the status. */
export function readProblem(status: number, text: string, requestId: string | null): ApiError {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    // Not our own answer: a proxy in between wrote it, and its page is no help to a reader.
    body = null;
  }
  const fields = isRecord(body) ? body : {};
  return new ApiError({
    status,
    reason: readText(fields.reason, "unknown"),
    detail: readText(
      fields.detail,
      `The studio answered with status ${status}. Nothing was changed; try again.`,
    ),
    problems: readProblems(fields.problems),
    requestId: typeof fields.requestId === "string" ? fields.requestId : requestId,
  });
}
