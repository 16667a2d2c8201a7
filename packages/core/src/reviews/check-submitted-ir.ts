import { DomainError } from "../errors.ts";
import { type Judgement, judgeIr } from "../findings/judge-ir.ts";
import { makeUuidV7 } from "../imports/make-uuid-v7.ts";
import { readIr } from "../ir/read-ir.ts";
import { toStorableDocument } from "../ir/storable-document.ts";
import type { RecordReview } from "./review.schema.ts";

/** The IR that was on screen, with what its sample needs of its prompt. */
export interface BaseIr {
  raw: string;
  /** Text of the prompt. */
  prompt: string;
  /** The prompt has an implementation. */
  canBeRun: boolean;
}

export interface CorrectedIr {
  id: string;
  sampleId: number;
  raw: string;
  doc: ReturnType<typeof toStorableDocument>;
  /** Null when a check failed on it; then it waits for the next sweep. */
  judgement: Judgement | null;
  canBeRun: boolean;
}

/**
 * What goes into the corpus must fit the schema, whether a person wrote it or only agreed to it.
 *
 * @returns the new version that a `correct` brings; null for the other verdicts
 * @throws DomainError `invalid_input`, reason `ir_invalid` with a problem for each fault (its
 *   path points into the IR), or `nothing_changed`
 */
export function checkSubmittedIr(request: RecordReview, base: BaseIr): CorrectedIr | null {
  if (request.verdict === "accept") readValidIr(base.raw);
  if (request.verdict !== "correct") return null;
  const { irRaw: raw, sampleId } = request;
  if (raw === base.raw) {
    throw new DomainError(
      "invalid_input",
      "The IR is the same as before. Accept it, or change something first.",
      { reason: "nothing_changed" },
    );
  }
  const doc = toStorableDocument(readValidIr(raw));
  const id = makeUuidV7();
  const judgement = judgeIr({ irId: id, sampleId, prompt: base.prompt, raw });
  return { id, sampleId, raw, doc, judgement, canBeRun: base.canBeRun };
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
