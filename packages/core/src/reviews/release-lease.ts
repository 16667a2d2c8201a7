import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { inTransaction } from "../database/in-transaction.ts";
import { publishEvent } from "../events/publish-event.ts";
import type { HeldLease } from "./review.schema.ts";

/**
 * Ends a lease now, so that others can take the sample; without effect when it was lost already.
 * The owner stays noted: a reload, or a second tab that is still open, resumes the sample if nobody
 * took it.
 */
export async function releaseLease(
  db: Database,
  actor: Actor,
  { sampleId, leaseToken }: HeldLease,
): Promise<void> {
  authorize(actor, "sample.review");
  await inTransaction(db, async (tx) => {
    const releasedCount = await tx.$executeRaw`
      UPDATE queue_item SET lease_expires_at = now()
      WHERE sample_id = ${sampleId} AND lease_expires_at > now()
        AND lease_owner_id = ${actor.userId} AND lease_token = ${leaseToken}`;
    if (releasedCount > 0) await publishEvent(tx, { topic: "queue", id: String(sampleId) });
  });
}
