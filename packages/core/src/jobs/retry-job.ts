import type { Prisma } from "@foundry/prisma/client";
import { DomainError } from "../errors.ts";
import { writeOutbox } from "./write-outbox.ts";

/**
 * Starts a failed or cancelled job afresh, with all its attempts.
 *
 * @throws DomainError `not_found` when there is no such job, `conflict` when it has not ended that
 *   way, or when another job with its key is unfinished
 */
export async function retryJob(tx: Prisma.TransactionClient, jobId: string): Promise<void> {
  const count = await tx.$executeRaw`
    UPDATE job SET
      state = 'ready',
      attempt = 0,
      lease_token = lease_token + 1,
      run_after = now(),
      started_at = NULL,
      finished_at = NULL,
      error = NULL
    WHERE id = ${jobId}::uuid
      AND state IN ('failed', 'cancelled')
      AND NOT EXISTS (
        SELECT FROM job other
        WHERE other.dedupe_key = job.dedupe_key AND other.state IN ('ready', 'running')
      )`;
  if (count === 1) return writeOutbox(tx, [jobId]);
  const job = await tx.job.findUnique({ where: { id: jobId }, select: { state: true } });
  if (!job) {
    throw new DomainError("not_found", "This job no longer exists. Start the work again instead.");
  }
  throw new DomainError(
    "conflict",
    job.state === "done"
      ? "This job is already done, so there is nothing to try again."
      : "This job is already waiting or running. Nothing was changed.",
    { reason: "job_not_retryable" },
  );
}
