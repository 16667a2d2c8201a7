import { sha256Hex } from "../database/sha256.ts";
import type { RecordReview } from "./review.schema.ts";

/** Equal for a retry of the same request by the same person, different for anything else. */
export function hashRequest(reviewerId: string, request: RecordReview): string {
  const { id, sampleId, leaseToken, baseIrId, checklist, note, verdict } = request;
  const reasons = "reasons" in request ? request.reasons : [];
  const irRaw = "irRaw" in request ? request.irRaw : null;
  return sha256Hex(
    JSON.stringify([
      reviewerId,
      id,
      sampleId,
      leaseToken,
      baseIrId,
      checklist,
      note,
      verdict,
      reasons,
      irRaw,
    ]),
  );
}
