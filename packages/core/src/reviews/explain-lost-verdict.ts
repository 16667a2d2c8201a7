import { DomainError } from "../errors.ts";
import type { Standing } from "./read-standing.ts";
import type { RecordReview } from "./review.schema.ts";

const KEPT = "What you wrote is kept as your draft.";

/** Why a verdict found its sample in other hands. The most final reason is named first. */
export function explainLostVerdict(
  request: RecordReview,
  reviewerId: string,
  { state, currentIrId, leasedBy, decidedBy }: Standing,
): DomainError {
  if (state !== "pending") {
    const who = decidedBy?.id === reviewerId ? "You" : (decidedBy?.name ?? "Someone");
    return conflict("already_decided", `${who} already decided this sample: ${state}. ${KEPT}`);
  }
  if (leasedBy?.id === reviewerId && currentIrId !== request.baseIrId.toLowerCase()) {
    return conflict(
      "stale_ir",
      `The IR of this sample was changed after you opened it. ${KEPT} Open the sample again to compare.`,
    );
  }
  const holder =
    leasedBy && leasedBy.id !== reviewerId
      ? `${leasedBy.name} has it now.`
      : "Open the sample again to go on.";
  return conflict("lease_lost", `Your time on this sample ran out. ${KEPT} ${holder}`);
}

function conflict(reason: string, message: string): DomainError {
  return new DomainError("conflict", message, { reason });
}
