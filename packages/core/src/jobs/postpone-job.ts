import type { Prisma } from "@foundry/prisma/client";
import type { ClaimedJob } from "./claim-job.ts";
import { writeOutbox } from "./write-outbox.ts";

/**
 * Gives a job back to be run again after `delayMs`.
 *
 * @param error why the attempt ended, or null when it was only interrupted: then it does not count
 * @returns false when the job is no longer the caller's, and then nothing changes
 */
export async function postponeJob(
  tx: Prisma.TransactionClient,
  { id, leaseToken }: Pick<ClaimedJob, "id" | "leaseToken">,
  { delayMs, error }: { delayMs: number; error: string | null },
): Promise<boolean> {
  const count = await tx.$executeRaw`
    UPDATE job SET
      state = 'ready',
      attempt = attempt - ${error === null ? 1 : 0},
      run_after = now() + ${delayMs} * interval '1 millisecond',
      lease_expires_at = NULL,
      error = ${error}
    WHERE id = ${id}::uuid AND state = 'running' AND lease_token = ${leaseToken}`;
  if (count === 0) return false;
  await writeOutbox(tx, [id]);
  return true;
}
