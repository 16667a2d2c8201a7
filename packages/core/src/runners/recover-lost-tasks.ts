import type { Database, Prisma } from "@foundry/prisma/client";
import { inTransaction } from "../database/in-transaction.ts";
import type { Logger } from "../logger.ts";
import { endTask } from "./end-task.ts";
import { handOutAgain } from "./hand-out-again.ts";

/** A runner saves a checkpoint, waits 30 s, sends SIGTERM, waits 60 s and kills; then it reports. */
const STOP_DEADLINE_SECONDS = 120;
const BATCH_SIZE = 100;

interface SilentTask {
  id: string;
  lostCount: number;
  isCancelled: boolean;
}

/**
 * Deals with tasks whose runner went silent: one that was to stop counts as stopped, any other
 * waits for the next runner, and is given up after three. Also ends what should have stopped long
 * ago. Any number of processes may do this at the same time.
 */
export async function recoverLostTasks(db: Database, logger: Logger): Promise<void> {
  const due = await db.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM runner_task
    WHERE state = 'running' AND (
      lease_expires_at < now()
      OR cancel_requested_at < now() - make_interval(secs => ${STOP_DEADLINE_SECONDS})
    )
    ORDER BY lease_expires_at LIMIT ${BATCH_SIZE}`;
  for (const { id } of due) {
    try {
      await inTransaction(db, (tx) => recoverTask(tx, id, logger));
    } catch (error) {
      // One task that cannot be recovered must not keep the others from it.
      logger.error({ err: error, taskId: id }, "could not take a task back from a silent runner");
    }
  }
}

async function recoverTask(
  tx: Prisma.TransactionClient,
  taskId: string,
  logger: Logger,
): Promise<void> {
  // A row that its runner has locked is skipped: that runner is alive.
  const [task] = await tx.$queryRaw<SilentTask[]>`
    SELECT t.id::text, t.lost_count AS "lostCount",
      t.cancel_requested_at IS NOT NULL AS "isCancelled"
    FROM runner_task t
    WHERE t.id = ${taskId}::uuid AND t.state = 'running' AND (
      t.lease_expires_at < now()
      OR t.cancel_requested_at < now() - make_interval(secs => ${STOP_DEADLINE_SECONDS})
    )
    FOR NO KEY UPDATE OF t SKIP LOCKED`;
  if (task === undefined) return;
  if (task.isCancelled) {
    await endTask(tx, taskId, { state: "cancelled", error: null, actorId: null });
    logger.warn({ taskId }, "a task was to stop and its runner did not say so in time");
  } else {
    await handOutAgain(tx, task, { isLost: true });
    logger.warn({ taskId }, "took a task back from a silent runner");
  }
}
