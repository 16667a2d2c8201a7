import { DomainError, type InputProblem } from "@foundry/core/errors";

/** Deeper than any request of the API; a parsed body may be nested a million levels deep. */
const MAX_DEPTH = 32;

/** A NUL, which Postgres text refuses, or half a surrogate pair, which UTF-8 would silently change. */
const UNSTORABLE = /\0|\p{Surrogate}/u;

/**
 * Stops input whose text could not be stored as it is, before it becomes an error deep inside.
 * IRs are not affected: they travel as raw text, in which such characters stand as escapes.
 *
 * @throws DomainError `invalid_input` that names every place
 */
export function refuseUnstorableText(input: unknown): void {
  const problems: InputProblem[] = [];
  const pending = [{ value: input, path: "", depth: 0 }];
  for (let item = pending.pop(); item !== undefined; item = pending.pop()) {
    const { value, path, depth } = item;
    if (typeof value === "string" && UNSTORABLE.test(value)) {
      problems.push({ path, message: "Contains a NUL or half a surrogate pair. Remove it." });
    }
    if (typeof value !== "object" || value === null) continue;
    if (depth === MAX_DEPTH) {
      throw new DomainError("invalid_input", "The input is nested too deeply.", {
        reason: "too_deep",
      });
    }
    for (const [key, child] of Object.entries(value)) {
      pending.push({ value: child, path: `${path}/${escapePointer(key)}`, depth: depth + 1 });
    }
  }
  if (problems.length > 0) {
    throw new DomainError("invalid_input", "Some text holds characters that cannot be stored.", {
      reason: "unstorable_text",
      problems,
    });
  }
}

function escapePointer(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
