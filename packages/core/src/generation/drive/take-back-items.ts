import type { Prisma } from "@foundry/prisma/client";
import type { JobContext } from "../../jobs/job-context.ts";
import { endCalls } from "../ledger/end-calls.ts";
import type { ClaimedItem } from "./drive.ts";
import { readClaimedItems } from "./read-claimed-items.ts";

/**
 * Takes over what earlier attempts of this job, and jobs that are over, left behind. Their calls that
 * were being sent are in doubt from now on; their money stays held back.
 */
export async function takeBackItems(
  tx: Prisma.TransactionClient,
  { jobId, leaseToken }: Pick<JobContext, "jobId" | "leaseToken">,
  runId: string,
): Promise<ClaimedItem[]> {
  const taken = await tx.$queryRaw<{ id: string }[]>`
    UPDATE generation_item SET
      claim_job_id = ${jobId}::uuid, claim_token = ${leaseToken}, updated_at = now()
    WHERE id IN (
      SELECT item.id FROM generation_item item
      LEFT JOIN job ON job.id = item.claim_job_id
      WHERE item.run_id = ${runId}::uuid AND item.state = 'running' AND (
        (item.claim_job_id = ${jobId}::uuid AND item.claim_token <> ${leaseToken})
        OR job.id IS NULL OR job.state NOT IN ('ready', 'running')
      )
      FOR UPDATE OF item SKIP LOCKED
    )
    RETURNING id::text`;
  const ids = taken.map(({ id }) => id);
  const sending = await tx.llmCall.findMany({
    where: { itemId: { in: ids }, state: "sending", batchId: null },
    select: { id: true },
  });
  await endCalls(
    tx,
    sending.map(({ id }) => id),
    ["sending"],
    {
      state: "in_doubt",
      outcome: null,
      error: "The worker ended while the request was under way.",
    },
  );
  return readClaimedItems(tx, ids);
}
