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
  await findEvaluation(db, id);
  return inTransaction(db, async (tx) => {
    const { taskId } = await tx.evaluation.findUniqueOrThrow({ where: { id } });
    await cancelTask(tx, taskId, actor.userId);
    return findEvaluation(tx, id);
  });
}
