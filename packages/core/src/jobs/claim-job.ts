import type { Database, Prisma } from "@foundry/prisma/client";

/** A job that this process now holds. */
export interface ClaimedJob {
  id: string;
  name: string;
  payload: Prisma.JsonValue;
  /** From 1, this one included. */
  attempt: number;
  maxAttempts: number;
  /** Grows with every claim; whoever shows an older one has lost the job. */
  leaseToken: number;
}

/**
 * Takes a job over, if it is to be had: the attempt is counted in the same statement, before any of
 * the work, so that a job that kills its worker still uses one up.
 *
 * @returns null when another worker has it, it is over, or its time has not come
 */
export async function claimJob(
  db: Database,
  jobId: string,
  leaseMs: number,
): Promise<ClaimedJob | null> {
  // A second of tolerance: the queue times its delays by the clock of another machine.
  const [job] = await db.$queryRaw<ClaimedJob[]>`
    UPDATE job SET
      state = 'running',
      attempt = attempt + 1,
      lease_token = lease_token + 1,
      lease_expires_at = now() + ${leaseMs} * interval '1 millisecond',
      started_at = now()
    WHERE id = ${jobId}::uuid
      AND attempt < max_attempts
      AND (
        (state = 'ready' AND run_after <= now() + interval '1 second')
        OR (state = 'running' AND lease_expires_at < now())
      )
    RETURNING id, name, payload, attempt, max_attempts AS "maxAttempts", lease_token AS "leaseToken"`;
  return job ?? null;
}
