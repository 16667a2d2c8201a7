import type { Database, Prisma, Review } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { recordAudit } from "../database/audit.ts";
import { inTransaction } from "../database/in-transaction.ts";
import { DomainError } from "../errors.ts";
import { publishEvent } from "../events/publish-event.ts";
import { lockReviewer } from "./lock-reviewer.ts";
import { readLeasedSample } from "./read-leased-sample.ts";
import { readStanding } from "./read-standing.ts";
import { releaseLeases } from "./release-leases.ts";
import { restoreDraft } from "./restore-draft.ts";
import { resumeLease } from "./resume-lease.ts";
import { type LeasedSample, LEASE_SECONDS } from "./review.schema.ts";

/**
 * Takes back a verdict of one's own, as a row beside it: the sample is pending again, in its next
 * round, leased to the reviewer, with the IR as before and what they had submitted as their draft.
 * Only the last verdict on a sample can be taken back. Repeating an undo gives the sample again.
 *
 * @throws DomainError `not_found`; `forbidden`, reason `not_your_review`; `conflict` with the reason
 *   `not_latest`, `already_decided`, `leased_by_other` or, for a repeat, `lease_lost`
 */
export async function undoReview(
  db: Database,
  actor: Actor,
  reviewId: string,
): Promise<LeasedSample> {
  authorize(actor, "sample.review");
  return inTransaction(db, async (tx) => {
    await lockReviewer(tx, actor.userId);
    const review = await findOwnReview(tx, actor, reviewId);
    if (review.undo) await resumeLease(tx, actor.userId, review.sampleId);
    else await undo(tx, review);
    const sample = await readLeasedSample(tx, actor.userId, review.sampleId);
    if (sample) return sample;
    throw new DomainError(
      "conflict",
      "This verdict was already taken back, and you no longer hold the sample.",
      { reason: "lease_lost" },
    );
  });
}

async function findOwnReview(tx: Prisma.TransactionClient, actor: Actor, reviewId: string) {
  const review = await tx.review.findUnique({ where: { id: reviewId }, include: { undo: true } });
  if (!review) throw new DomainError("not_found", "There is no such review.");
  if (review.reviewerId !== actor.userId) {
    throw new DomainError("forbidden", "Only the person who gave a verdict can take it back.", {
      reason: "not_your_review",
    });
  }
  return review;
}

async function undo(tx: Prisma.TransactionClient, review: Review): Promise<void> {
  const { sampleId, reviewerId } = review;
  await requireLatestOwn(tx, review);
  const isReopened = await (review.verdict === "skip" ? takeBackSkip : reopen)(tx, review);
  if (!isReopened) throw await explainRefusal(tx, review);
  await releaseLeases(tx, reviewerId, { except: sampleId });
  await tx.$executeRaw`INSERT INTO review_undo (review_id, user_id, created_at)
    VALUES (${review.id}::uuid, ${reviewerId}, clock_timestamp())`;
  await restoreDraft(tx, review);
  await recordAudit(tx, {
    actorId: reviewerId,
    action: "review.undone",
    subjectType: "sample",
    subjectId: sampleId,
    data: { reviewId: review.id, round: review.round },
  });
  await publishEvent(tx, { topic: "queue", id: String(sampleId) });
}

/** Tokens only rise, so they order the reviews of a sample without a clock. */
async function requireLatestOwn(tx: Prisma.TransactionClient, review: Review): Promise<void> {
  const later = await tx.review.findFirst({
    where: {
      sampleId: review.sampleId,
      reviewerId: review.reviewerId,
      leaseToken: { gt: review.leaseToken },
      undo: null,
    },
    select: { id: true },
  });
  if (later) throw notLatest();
}

/** The round is equal only while this verdict stands: an undo of any other would have raised it. */
async function reopen(tx: Prisma.TransactionClient, review: Review): Promise<boolean> {
  const count = await tx.$executeRaw`
    UPDATE queue_item
    SET state = 'pending', round = round + 1, current_ir_id = ${review.irBeforeId}::uuid,
      risk = (SELECT c.risk FROM ir_check c WHERE c.ir_id = ${review.irBeforeId}::uuid),
      lease_owner_id = ${review.reviewerId}, lease_token = lease_token + 1,
      lease_expires_at = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS}),
      updated_at = clock_timestamp()
    WHERE sample_id = ${review.sampleId} AND state <> 'pending' AND round = ${review.round}`;
  return count === 1;
}

/** A skip changed no state, so others may have gone on: then it cannot be taken back. */
async function takeBackSkip(tx: Prisma.TransactionClient, review: Review): Promise<boolean> {
  const { sampleId, reviewerId } = review;
  const count = await tx.$executeRaw`
    UPDATE queue_item
    SET round = round + 1, lease_owner_id = ${reviewerId}, lease_token = lease_token + 1,
      lease_expires_at = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS}),
      updated_at = clock_timestamp()
    WHERE sample_id = ${sampleId} AND state = 'pending'
      AND (lease_owner_id IS NULL OR lease_owner_id = ${reviewerId}
        OR lease_expires_at <= clock_timestamp())`;
  if (count === 1) {
    await tx.skippedSample.deleteMany({ where: { sampleId, userId: reviewerId } });
  }
  return count === 1;
}

async function explainRefusal(tx: Prisma.TransactionClient, review: Review): Promise<DomainError> {
  const standing = await readStanding(tx, review.sampleId);
  if (review.verdict !== "skip" || !standing) return notLatest();
  if (standing.state !== "pending") {
    return new DomainError(
      "conflict",
      `${standing.decidedBy?.name ?? "Someone"} decided the sample after you skipped it: ${standing.state}.`,
      { reason: "already_decided" },
    );
  }
  return new DomainError(
    "conflict",
    `${standing.leasedBy?.name ?? "Someone"} is working on the sample that you skipped.`,
    { reason: "leased_by_other" },
  );
}

function notLatest(): DomainError {
  return new DomainError(
    "conflict",
    "A later verdict on this sample stands. Only the last one can be taken back.",
    { reason: "not_latest" },
  );
}
