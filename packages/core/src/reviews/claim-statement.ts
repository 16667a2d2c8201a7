import { type DatabaseOrTransaction, Prisma } from "@foundry/prisma/client";
import { LEASE_SECONDS } from "./review.schema.ts";

export interface ClaimedItem {
  sampleId: number;
  leaseToken: number;
}

/**
 * Leases free samples to a reviewer in one statement, highest priority first, then what is most
 * likely right, because it takes the least time; concurrent claims pass over each other's rows, so
 * none waits and none gets a row that another got. Every lease gets a new token. Only the database's
 * clock counts.
 *
 * @param options.includeSkipped offer also what this reviewer skipped
 * @param options.sampleId this sample and no other, skipped or not; waits for its row
 */
export async function claimQueueItems(
  db: DatabaseOrTransaction,
  options: { reviewerId: string; limit: number; includeSkipped?: boolean; sampleId?: number },
): Promise<ClaimedItem[]> {
  const { reviewerId, limit, includeSkipped = false, sampleId } = options;
  return db.$queryRaw<ClaimedItem[]>`
    WITH chosen AS MATERIALIZED (
      SELECT q.sample_id
      FROM queue_item q
      WHERE q.state = 'pending'
        AND (q.lease_owner_id IS NULL OR q.lease_expires_at <= now())
        ${sampleId === undefined ? Prisma.empty : Prisma.sql`AND q.sample_id = ${sampleId}`}
        ${includeSkipped || sampleId !== undefined ? Prisma.empty : notSkippedBy(reviewerId)}
      ORDER BY q.priority DESC, q.risk ASC NULLS LAST, q.sample_id
      LIMIT ${limit}
      FOR UPDATE OF q ${sampleId === undefined ? Prisma.sql`SKIP LOCKED` : Prisma.empty}
    )
    UPDATE queue_item q
    SET lease_owner_id = ${reviewerId},
        lease_token = q.lease_token + 1,
        lease_expires_at = now() + make_interval(secs => ${LEASE_SECONDS})
    FROM chosen
    WHERE q.sample_id = chosen.sample_id
    RETURNING q.sample_id AS "sampleId", q.lease_token AS "leaseToken"`;
}

function notSkippedBy(reviewerId: string): Prisma.Sql {
  return Prisma.sql`AND NOT EXISTS (
    SELECT FROM skipped_sample s WHERE s.user_id = ${reviewerId} AND s.sample_id = q.sample_id)`;
}
