import type { Database } from "@foundry/prisma/client";
import { inTransaction } from "../database/in-transaction.ts";
import type { JobLane } from "./define-job.ts";
import type { QueueEntry } from "./queue.ts";
import { WORKER_GONE } from "./worker-gone.ts";

export const DISPATCH_BATCH_SIZE = 200;

interface OutboxRow {
  id: bigint;
  key: string;
  round: number;
  jobId: string;
  name: string | null;
  isReady: boolean | null;
  isSuspect: boolean | null;
  delayMs: number | null;
}

/**
 * Hands the oldest undispatched messages to the queue and marks them dispatched. A crash in between
 * leaves them undispatched, and the queue ignores an id that it already has.
 *
 * @param laneOf of a job by its name
 * @param add must be all or nothing seen from here: it resolves only when every entry is safe
 * @returns how many messages were handled
 */
export async function dispatchOutbox(
  db: Database,
  laneOf: (name: string) => JobLane,
  add: (entries: QueueEntry[]) => Promise<void>,
): Promise<number> {
  return inTransaction(db, async (tx) => {
    const rows = await tx.$queryRaw<OutboxRow[]>`
      SELECT
        outbox.id,
        outbox.key,
        (outbox.payload->>'round')::int AS round,
        outbox.payload->>'jobId' AS "jobId",
        job.name,
        job.state = 'ready' AS "isReady",
        job.attempt >= 2 AND job.error = ${WORKER_GONE} AS "isSuspect",
        (extract(epoch FROM job.run_after - now()) * 1000)::float8 AS "delayMs"
      FROM outbox LEFT JOIN job ON job.id = (outbox.payload->>'jobId')::uuid
      WHERE outbox.dispatched_at IS NULL AND outbox.topic = 'job'
      ORDER BY outbox.id
      LIMIT ${DISPATCH_BATCH_SIZE}
      FOR UPDATE OF outbox SKIP LOCKED`;
    if (rows.length === 0) return 0;
    const entries = rows.flatMap((row) => toQueueEntry(row, laneOf));
    if (entries.length > 0) await add(entries);
    const ids = rows.map((row) => row.id);
    await tx.$executeRaw`UPDATE outbox SET dispatched_at = now() WHERE id = ANY(${ids}::bigint[])`;
    return rows.length;
  });
}

/** Nothing for a job that is gone, or that was cancelled or started since. */
function toQueueEntry(
  { key, round, jobId, name, ...row }: OutboxRow,
  laneOf: (name: string) => JobLane,
): QueueEntry[] {
  if (name === null || !row.isReady) return [];
  const delayMs = Math.max(0, Math.ceil(row.delayMs ?? 0));
  const isSuspect = row.isSuspect ?? false;
  return [{ queueId: `${key}-${round}`, lane: laneOf(name), name, jobId, isSuspect, delayMs }];
}
