import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { DomainError } from "../errors.ts";
import { type HeldLease, type Lease, LEASE_SECONDS } from "./review.schema.ts";

/**
 * Extends a lease to `LEASE_SECONDS` from now. A lease that ran out is extended too, as long as
 * nobody else took the sample meanwhile.
 *
 * @throws DomainError `conflict`, reason `lease_lost`
 */
export async function heartbeatLease(
  db: Database,
  actor: Actor,
  { sampleId, leaseToken }: HeldLease,
): Promise<Lease> {
  authorize(actor, "sample.review");
  const [lease] = await db.$queryRaw<{ leaseExpiresAt: Date }[]>`
    UPDATE queue_item
    SET lease_expires_at = now() + make_interval(secs => ${LEASE_SECONDS})
    WHERE sample_id = ${sampleId} AND state = 'pending'
      AND lease_owner_id = ${actor.userId} AND lease_token = ${leaseToken}
    RETURNING lease_expires_at AS "leaseExpiresAt"`;
  if (!lease) {
    throw new DomainError(
      "conflict",
      "You no longer hold this sample. Your draft is kept; open the sample again or take the next one.",
      { reason: "lease_lost" },
    );
  }
  return { sampleId, leaseToken, leaseExpiresAt: lease.leaseExpiresAt.toISOString() };
}
