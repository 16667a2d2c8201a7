import type { DatabaseOrTransaction } from "@foundry/prisma/client";
import { DomainError } from "../errors.ts";
import { stateAfter } from "../samples/state-after.ts";
import type { RecordedReview } from "./review.schema.ts";

/**
 * The answer that a request got when it first arrived.
 *
 * @throws DomainError `invalid_input`, reason `key_reused`: the id belongs to another request
 */
export async function findRecordedReview(
  db: DatabaseOrTransaction,
  reviewId: string,
  requestSha256: string,
): Promise<RecordedReview | null> {
  const review = await db.review.findUnique({ where: { id: reviewId } });
  if (!review) return null;
  if (review.requestSha256 !== requestSha256) throw keyReused();
  const { sampleId, verdict } = review;
  return { reviewId, sampleId, verdict, sampleState: stateAfter(verdict) };
}

export function keyReused(): DomainError {
  return new DomainError(
    "invalid_input",
    "This review id was already used for another verdict, which stands. Send this one with a new id.",
    { reason: "key_reused" },
  );
}
