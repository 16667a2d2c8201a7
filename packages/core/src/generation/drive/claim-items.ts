import type { Prisma } from "@foundry/prisma/client";
import type { JobContext } from "../../jobs/job-context.ts";
import type { ClaimedItem } from "./drive.ts";
import { readClaimedItems } from "./read-claimed-items.ts";

/**
 * Takes the next waiting items of a run for this job; two drivers never get the same one.
 * @param count at most
 */
export async function claimItems(
  tx: Prisma.TransactionClient,
  { jobId, leaseToken }: Pick<JobContext, "jobId" | "leaseToken">,
  runId: string,
  count: number,
): Promise<ClaimedItem[]> {
  const claimed = await tx.$queryRaw<{ id: string }[]>`
    UPDATE generation_item SET
      state = 'running', claim_job_id = ${jobId}::uuid, claim_token = ${leaseToken},
      run_after = NULL, updated_at = now()
    WHERE id IN (
      SELECT item.id FROM generation_item item
      WHERE item.run_id = ${runId}::uuid AND item.state = 'waiting'
        AND (item.run_after IS NULL OR item.run_after <= now())
        AND EXISTS (SELECT FROM generation_run WHERE id = ${runId}::uuid AND state = 'running')
      ORDER BY item.position LIMIT ${count}
      FOR UPDATE SKIP LOCKED
    )
    RETURNING id::text`;
  return readClaimedItems(
    tx,
    claimed.map(({ id }) => id),
  );
}
