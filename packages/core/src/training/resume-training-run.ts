import { type Database, Prisma } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { recordAudit } from "../database/audit.ts";
import { inTransaction } from "../database/in-transaction.ts";
import { DomainError } from "../errors.ts";
import { publishEvent } from "../events/publish-event.ts";
import { findTrainingRun } from "./find-training-run.ts";
import { findTrainingTask } from "./find-training-task.ts";
import { findUnfinishedRun } from "./find-unfinished-run.ts";
import type { TrainingRun } from "./training-run.schema.ts";

/**
 * Goes on with a training that failed or was stopped, from its newest checkpoint, or from the start
 * when it has none. Config and dataset stay the same.
 *
 * @throws DomainError `forbidden`, `not_found`, or `conflict` when it is not in such a state, or
 *   another run with the same dataset and config is under way
 */
export async function resumeTrainingRun(
  db: Database,
  actor: Actor,
  id: string,
): Promise<TrainingRun> {
  authorize(actor, "training.manage");
  const { taskId, runKey } = await findTrainingTask(db, id);
  await inTransaction(db, async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${runKey}, 1))`;
    const other = await findUnfinishedRun(tx, runKey);
    if (other !== null && other !== id) {
      throw refuse("run_under_way", "Another training with this dataset and config is under way.");
    }
    const { count } = await tx.runnerTask.updateMany({
      where: { id: taskId, state: { in: ["failed", "cancelled"] } },
      data: {
        state: "waiting",
        cancelRequestedAt: null,
        lostCount: 0,
        error: Prisma.DbNull,
        report: Prisma.DbNull,
        finishedAt: null,
        phase: null,
        progress: null,
      },
    });
    if (count === 0) {
      throw refuse("not_resumable", "Only a training that failed or was stopped can go on.");
    }
    await recordAudit(tx, {
      actorId: actor.userId,
      action: "training_run.resumed",
      subjectType: "training_run",
      subjectId: id,
    });
    await publishEvent(tx, { topic: "runner-task", id: taskId });
    await publishEvent(tx, { topic: "runner-work", id: "all" });
  });
  return findTrainingRun(db, id);
}

function refuse(reason: string, sentence: string): DomainError {
  return new DomainError("conflict", `${sentence} Nothing was changed.`, { reason });
}
