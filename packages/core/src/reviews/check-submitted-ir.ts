import { DomainError } from "../errors.ts";
import { readIr } from "../ir/read-ir.ts";
import { toStorableDocument } from "../ir/storable-document.ts";
import type { RecordReview } from "./review.schema.ts";

export interface CorrectedIr {
  raw: string;
  doc: ReturnType<typeof toStorableDocument>;
}

/**
 * What goes into the corpus must fit the schema, whether a person wrote it or only agreed to it.
 *
 * @returns the new version that a `correct` brings; null for the other verdicts
 * @throws DomainError `invalid_input`, reason `ir_invalid` with a problem for each fault (its
 *   path points into the IR), or `nothing_changed`
 */
export function checkSubmittedIr(request: RecordReview, baseRaw: string): CorrectedIr | null {
  if (request.verdict === "accept") readValidIr(baseRaw);
  if (request.verdict !== "correct") return null;
  if (request.irRaw === baseRaw) {
    throw new DomainError(
      "invalid_input",
      "The IR is the same as before. Accept it, or change something first.",
      { reason: "nothing_changed" },
    );
  }
  const value = readValidIr(request.irRaw);
  return { raw: request.irRaw, doc: toStorableDocument(value) };
}

function readValidIr(raw: string): unknown {
  const { value, isSchemaValid, findings } = readIr(raw);
  if (isSchemaValid) return value;
  throw new DomainError(
    "invalid_input",
    "The IR does not fit the schema, so it cannot be accepted. Correct it or reject the sample.",
    {
      reason: "ir_invalid",
      problems: findings
        .filter(({ severity }) => severity === "error")
        .map(({ path, message }) => ({ path, message })),
    },
  );
}
