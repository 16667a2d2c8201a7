import type { Database } from "@foundry/prisma/client";
import { inTransaction } from "../database/in-transaction.ts";
import { writeOutbox } from "./write-outbox.ts";

const BATCH_SIZE = 1_000;

/**
 * Orders a second delivery of jobs that the queue was given and seems to have lost: they are due,
 * were dispatched `lostAfterMs` ago and have not started, and the queue holds fewer than that.
 * A delivery too many does no harm, because a job is claimed only once.
 *
 * @param names of the jobs that this build can run; others wait for a build that can
 * @param countWaiting how many entries the queue holds
 * @returns how many jobs were ordered again
 */
export async function redispatchLostJobs(
  db: Database,
  {
    names,
    lostAfterMs,
    countWaiting,
  }: {
    names: string[];
    lostAfterMs: number;
    countWaiting: () => Promise<number>;
  },
): Promise<number> {
  if ((await findOverdueJobs(db, names, lostAfterMs, 1)).length === 0) return 0;
  const waitingCount = await countWaiting();
  return inTransaction(db, async (tx) => {
    const [lock] = await tx.$queryRaw<{ isMine: boolean }[]>`
      SELECT pg_try_advisory_xact_lock(hashtext('foundry.redispatch')) AS "isMine"`;
    if (!lock?.isMine) return 0;
    const overdue = await findOverdueJobs(tx, names, lostAfterMs, BATCH_SIZE);
    // A backlog is no loss: its entries are still there.
    if (overdue.length <= waitingCount) return 0;
    await writeOutbox(tx, overdue);
    return overdue.length;
  });
}

async function findOverdueJobs(
  db: Pick<Database, "$queryRaw">,
  names: string[],
  lostAfterMs: number,
  limit: number,
): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT job.id
    FROM job LEFT JOIN outbox ON outbox.key = job.id || '-' || job.lease_token
    WHERE job.state = 'ready'
      AND job.run_after < now() - ${lostAfterMs} * interval '1 millisecond'
      AND job.name = ANY(${names})
      AND (
        outbox.id IS NULL
        OR outbox.dispatched_at < now() - ${lostAfterMs} * interval '1 millisecond'
      )
    ORDER BY job.run_after
    LIMIT ${limit}`;
  return rows.map((row) => row.id);
}
