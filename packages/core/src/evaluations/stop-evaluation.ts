import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { inTransaction } from "../database/in-transaction.ts";
import { cancelTask } from "../runners/cancel-task.ts";
import type { Evaluation } from "./evaluation.schema.ts";
import { findEvaluation } from "./find-evaluation.ts";

/**
 * Stops an evaluation: at once when no runner has it, else its runner is asked to.
 * @throws DomainError `forbidden`, `not_found`, or `conflict` when it has ended already
 */
export async function stopEvaluation(db: Database, actor: Actor, id: string): Promise<Evaluation> {
  authorize(actor, "training.manage");
  const { taskId } = await findEvaluation(db, id);
  await inTransaction(db, (tx) => cancelTask(tx, taskId, actor.userId));
  return findEvaluation(db, id);
}
