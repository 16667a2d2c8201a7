import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import type { QueueSummary } from "./review.schema.ts";

/**
 * Counts the queue as this reviewer sees it, in one statement and so at one moment. Only the states
 * are counted over the whole queue; leases and skips come from their own small indexes.
 */
export async function summariseQueue(db: Database, actor: Actor): Promise<QueueSummary> {
  authorize(actor, "sample.review");
  const [summary] = await db.$queryRaw<QueueSummary[]>`
    WITH states AS (
      SELECT state, count(*)::int AS n FROM queue_item GROUP BY state
    ), leased AS (
      SELECT sample_id, lease_owner_id = ${actor.userId} AS is_mine
      FROM queue_item
      WHERE lease_owner_id IS NOT NULL AND state = 'pending' AND lease_expires_at > now()
    ), counted AS (
      SELECT
        coalesce(sum(n), 0)::int AS total,
        coalesce(sum(n) FILTER (WHERE state = 'pending'), 0)::int AS pending,
        coalesce(sum(n) FILTER (WHERE state = 'accepted'), 0)::int AS accepted,
        coalesce(sum(n) FILTER (WHERE state = 'corrected'), 0)::int AS corrected,
        coalesce(sum(n) FILTER (WHERE state = 'rejected'), 0)::int AS rejected,
        (SELECT count(*)::int FROM leased WHERE is_mine) AS "leasedByMe",
        (SELECT count(*)::int FROM leased WHERE NOT is_mine) AS "leasedByOthers",
        (SELECT count(*)::int FROM skipped_sample s JOIN queue_item q USING (sample_id)
          WHERE s.user_id = ${actor.userId} AND q.state = 'pending'
            AND s.sample_id NOT IN (SELECT sample_id FROM leased)) AS "skippedByMe",
        (SELECT count(*)::int FROM review r
          WHERE r.reviewer_id = ${actor.userId} AND r.verdict <> 'skip'
            AND NOT EXISTS (SELECT FROM review_undo u WHERE u.review_id = r.id)) AS "decidedByMe"
      FROM states
    )
    SELECT *, pending - "leasedByMe" - "leasedByOthers" - "skippedByMe" AS available FROM counted`;
  if (!summary) throw new Error("the queue gave no counts");
  return summary;
}
