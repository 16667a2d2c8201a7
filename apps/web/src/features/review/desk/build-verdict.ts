import type { ErrorType } from "@foundry/core/checks/error-types";
import type { RecordReview, SkipReason } from "@foundry/core/reviews/review.schema";
import { restoreJsonStyle } from "../../../components/json/restore-json-style";
import type { OpenSample } from "./desk-state";
import type { Work } from "./work";

/** What the reviewer chose; the rest of a verdict follows from what is on the desk. */
export type Choice =
  | { verdict: "accept" }
  | { verdict: "correct" }
  | { verdict: "reject"; reasons: ErrorType[] }
  | { verdict: "skip"; reasons: SkipReason[] };

/** @param id made once for each decision, so that sending it again records nothing twice */
export function buildVerdict(
  id: string,
  { leased }: OpenSample,
  work: Work,
  choice: Choice,
): RecordReview {
  const base = {
    id,
    sampleId: leased.sampleId,
    leaseToken: leased.leaseToken,
    baseIrId: leased.ir.id,
    checklist: work.checklist,
    note: work.note.trim() === "" ? null : work.note.trim(),
  };
  if (choice.verdict === "correct") {
    return { ...base, verdict: "correct", irRaw: restoreJsonStyle(work.text, leased.ir.raw) };
  }
  return { ...base, ...choice };
}
