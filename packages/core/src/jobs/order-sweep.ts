import type { Prisma } from "@foundry/prisma/client";
import { inTransaction } from "../database/in-transaction.ts";
import type { JobPayload } from "./define-job.ts";
import { enqueueJob } from "./enqueue.ts";
import type { JobContext } from "./job-context.ts";
import { type Jobs, jobs } from "./jobs.ts";

/** Jobs that look for work in the tables until there is none. */
export type SweepName = "checkIrs" | "gatherEvidence" | "measureRecall";

/**
 * Orders a sweep over what this transaction wrote, unless one with the key is still to come or under
 * way: that one is held open until this transaction ends, so that it sees what was written.
 *
 * @returns id of the job
 */
export async function orderSweep<Name extends SweepName>(
  tx: Prisma.TransactionClient,
  name: Name,
  payload: JobPayload<Jobs, Name>,
  dedupeKey: string = name,
): Promise<string> {
  for (;;) {
    const jobId = await enqueueJob(tx, jobs, name, payload, { dedupeKey });
    const held = await tx.$queryRaw<unknown[]>`
      SELECT FROM job
      WHERE id = ${jobId}::uuid AND dedupe_key = ${dedupeKey} AND state IN ('ready', 'running')
      FOR KEY SHARE`;
    if (held.length > 0) return jobId;
  }
}

/**
 * The end of a sweep: waits for the transactions that rely on it, and makes later ones order a sweep
 * of their own. What is there now is still the caller's to look at.
 */
export async function closeSweep(context: JobContext): Promise<void> {
  await inTransaction(context.db, async (tx) => {
    await context.fence(tx);
    await tx.$executeRaw`UPDATE job SET dedupe_key = NULL WHERE id = ${context.jobId}::uuid`;
  });
}
