import type { Prisma } from "@foundry/prisma/client";
import type { JobContext } from "../../jobs/job-context.ts";
import { endCalls } from "../ledger/end-calls.ts";

/**
 * Gives back the items that this job has claimed and not ended: they wait again, or are cancelled
 * with their run. Their calls that were not sent are called off and hold no money any more. Those
 * with a request in one of the provider's batches stay as they are, for the next driver.
 */
export async function releaseItems(
  tx: Prisma.TransactionClient,
  { jobId }: Pick<JobContext, "jobId">,
  runId: string,
): Promise<void> {
  const planned = await tx.llmCall.findMany({
    where: { state: "planned", batchId: null, item: { claimJobId: jobId, state: "running" } },
    select: { id: true },
  });
  await endCalls(
    tx,
    planned.map(({ id }) => id),
    ["planned"],
    { state: "settled", outcome: "cancelled", error: "Called off before it was sent." },
  );
  await tx.$executeRaw`
    UPDATE generation_item SET
      state = (CASE WHEN run.state = 'cancelled' THEN 'cancelled' ELSE 'waiting' END)::generation_item_state,
      claim_job_id = NULL, claim_token = NULL, updated_at = now()
    FROM generation_run run
    WHERE run.id = ${runId}::uuid AND generation_item.run_id = run.id
      AND generation_item.state = 'running' AND generation_item.claim_job_id = ${jobId}::uuid
      AND NOT EXISTS (
        SELECT FROM llm_call
        WHERE item_id = generation_item.id AND state = 'sending' AND batch_id IS NOT NULL
      )`;
}
