import { DomainError, type InputProblem } from "@foundry/core/errors";
import type { z } from "zod";

/**
 * @param place what the input is, for people: "body", "query" or "headers"
 * @throws DomainError `invalid_input` with one problem and JSON Pointer for each bad value
 */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  place: "body" | "query" | "headers",
): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new DomainError(
    "invalid_input",
    `The ${place} of the request has values that do not fit.`,
    {
      reason: `invalid_${place}`,
      problems: parsed.error.issues.flatMap(toProblems),
    },
  );
}

function toProblems(issue: z.core.$ZodIssue): InputProblem[] {
  const path = toPointer(issue.path);
  if (issue.code !== "unrecognized_keys") return [{ path, message: issue.message }];
  return issue.keys.map((key) => ({ path: path + toPointer([key]), message: "Unknown field." }));
}

function toPointer(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
