import type { Database } from "@foundry/prisma/client";

const BATCH_SIZE = 1_000;

/**
 * Deletes what nobody reads any more: jobs that were done or cancelled a week ago, jobs that failed
 * a month ago (until then a person may retry them), and outbox messages of a day ago whose job is
 * over. In batches, so that no long transaction holds back the vacuum of the queue tables.
 *
 * @returns how many rows went
 */
export async function pruneJobs(db: Database): Promise<number> {
  const jobs = () => db.$executeRaw`
    DELETE FROM job WHERE id IN (
      SELECT id FROM job
      WHERE (state IN ('done', 'cancelled') AND finished_at < now() - interval '7 days')
        OR (state = 'failed' AND finished_at < now() - interval '30 days')
      LIMIT ${BATCH_SIZE} FOR UPDATE SKIP LOCKED
    )`;
  const messages = () => db.$executeRaw`
    DELETE FROM outbox WHERE id IN (
      SELECT id FROM outbox
      WHERE dispatched_at < now() - interval '1 day'
        AND NOT EXISTS (
          SELECT FROM job
          WHERE job.id = (outbox.payload->>'jobId')::uuid AND job.state IN ('ready', 'running')
        )
      LIMIT ${BATCH_SIZE} FOR UPDATE SKIP LOCKED
    )`;
  return (await deleteAll(jobs)) + (await deleteAll(messages));
}

async function deleteAll(deleteBatch: () => Promise<number>): Promise<number> {
  let total = 0;
  for (;;) {
    const count = await deleteBatch();
    total += count;
    if (count < BATCH_SIZE) return total;
  }
}
