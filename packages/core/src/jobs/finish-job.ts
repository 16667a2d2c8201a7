import type { Database } from "@foundry/prisma/client";
import type { ClaimedJob } from "./claim-job.ts";

/** @returns false when the job is no longer the caller's, and then nothing changes */
export async function finishJob(
  db: Database,
  { id, leaseToken }: Pick<ClaimedJob, "id" | "leaseToken">,
): Promise<boolean> {
  const count = await db.$executeRaw`
    UPDATE job SET state = 'done', finished_at = now(), lease_expires_at = NULL, error = NULL
    WHERE id = ${id}::uuid AND state = 'running' AND lease_token = ${leaseToken}`;
  return count === 1;
}
