import type { Prisma } from "@foundry/prisma/client";
import { lockTask } from "../runners/lock-held-task.ts";
import { endTask } from "../runners/end-task.ts";

/** Ends an evaluation whose answers came and cannot be scored. Does nothing when it is scored. */
export async function failScoring(
  tx: Prisma.TransactionClient,
  evaluationId: string,
  { code, message }: { code: string; message: string },
): Promise<void> {
  const evaluation = await tx.evaluation.findUnique({ where: { id: evaluationId } });
  if (evaluation === null || evaluation.scoredAt !== null) return;
  const task = await lockTask(tx, evaluation.taskId);
  if (task?.state !== "succeeded") return;
  const hint = "The answers are kept as a file of this evaluation. Start the evaluation again.";
  await endTask(tx, task.id, {
    state: "failed",
    error: { code, message, hint },
    actorId: evaluation.createdById,
  });
}
