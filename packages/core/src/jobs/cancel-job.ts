import type { Prisma } from "@foundry/prisma/client";
import { publishEvent } from "../events/publish-event.ts";

/**
 * Ends a job that has not finished. A running handler hears of it through its abort signal and can
 * change nothing any more, because its fence no longer holds.
 *
 * @returns false when the job had already ended
 */
export async function cancelJob(tx: Prisma.TransactionClient, jobId: string): Promise<boolean> {
  const count = await tx.$executeRaw`
    UPDATE job SET state = 'cancelled', finished_at = now(), lease_expires_at = NULL
    WHERE id = ${jobId}::uuid AND state IN ('ready', 'running')`;
  if (count === 0) return false;
  await publishEvent(tx, { topic: "job", id: jobId });
  return true;
}
