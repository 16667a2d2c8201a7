import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { inTransaction } from "../database/in-transaction.ts";
import { cancelTask } from "../runners/cancel-task.ts";
import { findTrainingRun } from "./find-training-run.ts";
import { findTrainingTask } from "./find-training-task.ts";
import type { TrainingRun } from "./training-run.schema.ts";

/**
 * Stops a training: at once when no runner has it, else its runner saves a checkpoint and stops.
 * @throws DomainError `forbidden`, `not_found`, or `conflict` when it has ended already
 */
export async function stopTrainingRun(
  db: Database,
  actor: Actor,
  id: string,
): Promise<TrainingRun> {
  authorize(actor, "training.manage");
  const { taskId } = await findTrainingTask(db, id);
  await inTransaction(db, (tx) => cancelTask(tx, taskId, actor.userId));
  return findTrainingRun(db, id);
}
