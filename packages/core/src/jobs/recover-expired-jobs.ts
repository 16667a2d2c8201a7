import type { Database } from "@foundry/prisma/client";
import { inTransaction } from "../database/in-transaction.ts";
import type { Logger } from "../logger.ts";
import type { ClaimedJob } from "./claim-job.ts";
import { failJob } from "./fail-job.ts";
import type { JobRegistry } from "./job-registry.ts";
import { postponeJob } from "./postpone-job.ts";
import { WORKER_GONE } from "./worker-gone.ts";

const BATCH_SIZE = 100;

/**
 * Gives jobs whose worker went silent to another one at once, or ends them when that was their last
 * attempt. Any number of processes may do this at the same time.
 */
export async function recoverExpiredJobs(
  db: Database,
  registry: JobRegistry,
  logger: Logger,
): Promise<void> {
  const expired = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM job WHERE state = 'running' AND lease_expires_at < now()
    ORDER BY lease_expires_at LIMIT ${BATCH_SIZE}`;
  for (const { id } of expired) {
    try {
      await recoverExpiredJob(db, registry, id, logger);
    } catch (error) {
      // One job that cannot be recovered must not keep the others from it.
      logger.error({ err: error, jobId: id }, "could not recover a job from a silent worker");
    }
  }
}

async function recoverExpiredJob(
  db: Database,
  registry: JobRegistry,
  jobId: string,
  logger: Logger,
) {
  await inTransaction(db, async (tx) => {
    // Skips a row that its handler has locked: that worker is alive, whatever the lease says.
    const [job] = await tx.$queryRaw<ClaimedJob[]>`
      SELECT id, name, payload, attempt, max_attempts AS "maxAttempts", lease_token AS "leaseToken"
      FROM job WHERE id = ${jobId}::uuid AND state = 'running' AND lease_expires_at < now()
      FOR UPDATE SKIP LOCKED`;
    if (!job) return;
    const fields = { jobId, job: job.name, attempt: job.attempt };
    if (job.attempt < job.maxAttempts) {
      await postponeJob(tx, job, { delayMs: 0, error: WORKER_GONE });
      logger.warn(fields, "took a job back from a silent worker");
    } else {
      await failJob(tx, registry, job, WORKER_GONE);
      logger.error(fields, "job failed: its last attempt ended with a silent worker");
    }
  });
}
