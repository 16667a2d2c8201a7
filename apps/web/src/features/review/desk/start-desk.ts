import type { ClaimRequest, RecordReview } from "@foundry/core/reviews/review.schema";
import type { DeskState } from "./desk-state";

/** The desk before it has asked for anything. */
export function startDesk(request: ClaimRequest, unsent: RecordReview | null): DeskState {
  const phase =
    unsent === null
      ? { kind: "claiming" as const, request, before: null }
      : { kind: "resending" as const, verdict: unsent };
  return { phase, summary: null, given: [], includesSkipped: false, openingCount: 0, said: null };
}
