import { Prisma } from "@foundry/prisma/client";
import { LEASE_SECONDS } from "./review.schema.ts";

/**
 * Extends the lease that the reviewer already has, with its token, so that a reload or a second tab
 * goes on with the same sample. A lease that ran out counts as long as nobody else took the sample.
 *
 * @param sampleId only a lease on this sample
 * @returns the sample's id, or undefined when there is nothing to resume
 */
export async function resumeLease(
  tx: Prisma.TransactionClient,
  reviewerId: string,
  sampleId?: number,
): Promise<number | undefined> {
  const [resumed] = await tx.$queryRaw<{ sampleId: number }[]>`
    UPDATE queue_item
    SET lease_expires_at = now() + make_interval(secs => ${LEASE_SECONDS})
    WHERE sample_id = (
        SELECT sample_id FROM queue_item
        WHERE lease_owner_id = ${reviewerId} AND state = 'pending'
          ${sampleId === undefined ? Prisma.empty : Prisma.sql`AND sample_id = ${sampleId}`}
        ORDER BY lease_expires_at DESC LIMIT 1)
      AND lease_owner_id = ${reviewerId} AND state = 'pending'
    RETURNING sample_id AS "sampleId"`;
  return resumed?.sampleId;
}
