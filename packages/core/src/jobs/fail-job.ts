import type { Prisma } from "@foundry/prisma/client";
import type { ClaimedJob } from "./claim-job.ts";
import type { JobRegistry } from "./job-registry.ts";

/**
 * Ends a job for good and lets its own failure handler write what else must be known.
 *
 * @param error why, in words for a person
 * @returns false when the job is no longer the caller's, and then nothing changes
 */
export async function failJob(
  tx: Prisma.TransactionClient,
  registry: JobRegistry,
  job: Pick<ClaimedJob, "id" | "name" | "payload" | "leaseToken">,
  error: string,
): Promise<boolean> {
  const count = await tx.$executeRaw`
    UPDATE job SET state = 'failed', finished_at = now(), lease_expires_at = NULL, error = ${error}
    WHERE id = ${job.id}::uuid AND state = 'running' AND lease_token = ${job.leaseToken}`;
  if (count === 0) return false;
  const registered = registry.get(job.name);
  const payload = registered?.payload.safeParse(job.payload);
  // A payload that does not parse names no row that could be told.
  if (registered && payload?.success) await registered.onFailed(tx, payload.data, error);
  return true;
}
