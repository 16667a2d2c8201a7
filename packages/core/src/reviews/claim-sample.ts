import type { Database, Prisma } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { inTransaction } from "../database/in-transaction.ts";
import { DomainError } from "../errors.ts";
import { claimQueueItems } from "./claim-statement.ts";
import { lockReviewer } from "./lock-reviewer.ts";
import { readLeasedSample } from "./read-leased-sample.ts";
import { readStanding } from "./read-standing.ts";
import { releaseLeases } from "./release-leases.ts";
import { resumeLease } from "./resume-lease.ts";
import type { ClaimRequest, LeasedSample } from "./review.schema.ts";

/**
 * Gives the reviewer a sample for `LEASE_SECONDS`: the one they already have, or the next free one.
 * A reviewer holds one sample at a time; asking for another by its id gives the first one back.
 *
 * @returns null when nothing is free for this reviewer; `summariseQueue` says why
 * @throws DomainError when `sampleId` was given: `not_found`, or `conflict` with the reason
 *   `leased_by_other` or `already_decided`
 */
export async function claimSample(
  db: Database,
  actor: Actor,
  request: ClaimRequest,
): Promise<LeasedSample | null> {
  authorize(actor, "sample.review");
  return inTransaction(db, async (tx) => {
    await lockReviewer(tx, actor.userId);
    const sampleId = await leaseSample(tx, actor.userId, request);
    if (sampleId !== undefined) return readLeasedSample(tx, actor.userId, sampleId);
    if (request.sampleId !== undefined) throw await explainRefusal(tx, request.sampleId);
    return null;
  });
}

async function leaseSample(
  tx: Prisma.TransactionClient,
  reviewerId: string,
  { sampleId, includeSkipped }: ClaimRequest,
): Promise<number | undefined> {
  const resumed = await resumeLease(tx, reviewerId, sampleId);
  if (resumed !== undefined) return resumed;
  const [claimed] = await claimQueueItems(tx, {
    reviewerId,
    limit: 1,
    includeSkipped,
    ...(sampleId === undefined ? {} : { sampleId }),
  });
  if (claimed && sampleId !== undefined) await releaseLeases(tx, reviewerId, { except: sampleId });
  return claimed?.sampleId;
}

async function explainRefusal(
  tx: Prisma.TransactionClient,
  sampleId: number,
): Promise<DomainError> {
  const standing = await readStanding(tx, sampleId);
  if (!standing) return new DomainError("not_found", `There is no sample ${sampleId}.`);
  if (standing.state !== "pending") {
    return new DomainError(
      "conflict",
      `${standing.decidedBy?.name ?? "Someone"} already decided sample ${sampleId}: ${standing.state}.`,
      { reason: "already_decided" },
    );
  }
  return new DomainError(
    "conflict",
    `${standing.leasedBy?.name ?? "Someone"} is working on sample ${sampleId}. Take another one, or try again later.`,
    { reason: "leased_by_other" },
  );
}
