import type { Database } from "@foundry/prisma/client";

export interface HeldLease {
  jobId: string;
  leaseToken: number;
}

/**
 * Prolongs the leases that still hold and returns the ones that are lost.
 *
 * A row that is locked, by a transaction of its own handler, keeps its old expiry: waiting for it
 * would let the other leases of the process run out.
 */
export async function extendLeases<Lease extends HeldLease>(
  db: Database,
  leases: Lease[],
  leaseMs: number,
): Promise<Lease[]> {
  const ids = leases.map((lease) => lease.jobId);
  const tokens = leases.map((lease) => lease.leaseToken);
  await db.$executeRaw`
    UPDATE job SET lease_expires_at = now() + ${leaseMs} * interval '1 millisecond'
    WHERE id IN (
      SELECT job.id
      FROM job JOIN unnest(${ids}::uuid[], ${tokens}::int[]) AS held (id, token)
        ON job.id = held.id AND job.lease_token = held.token
      WHERE job.state = 'running'
      FOR NO KEY UPDATE OF job SKIP LOCKED
    )`;
  const held = await db.job.findMany({
    where: { id: { in: ids }, state: "running" },
    select: { id: true, leaseToken: true },
  });
  const tokenById = new Map(held.map((job) => [job.id, job.leaseToken]));
  return leases.filter((lease) => tokenById.get(lease.jobId) !== lease.leaseToken);
}
