import type { Prisma } from "@foundry/prisma/client";
import { recordAudit } from "../database/audit.ts";
import { DomainError } from "../errors.ts";
import { publishEvent } from "../events/publish-event.ts";
import { endTask } from "./end-task.ts";
import { lockTask } from "./lock-held-task.ts";

/**
 * Stops a task: at once when no runner has it, else its runner is asked to, and the reconciler ends
 * it when the runner does not obey in time. Asked twice, it changes nothing.
 * @throws DomainError `conflict` with reason `task_ended`
 */
export async function cancelTask(
  tx: Prisma.TransactionClient,
  taskId: string,
  actorId: string,
): Promise<void> {
  const task = await lockTask(tx, taskId);
  if (task === null || !["waiting", "running"].includes(task.state)) {
    throw new DomainError("conflict", "This run has ended already. Nothing was changed.", {
      reason: "task_ended",
    });
  }
  if (task.state === "waiting") {
    return endTask(tx, taskId, { state: "cancelled", error: null, actorId });
  }
  if (task.cancelRequestedAt !== null) return;
  await tx.$executeRaw`
    UPDATE runner_task SET cancel_requested_at = now() WHERE id = ${taskId}::uuid`;
  await recordAudit(tx, {
    actorId,
    action: "runner_task.cancel_requested",
    subjectType: "runner_task",
    subjectId: taskId,
  });
  await publishEvent(tx, { topic: "runner-task", id: taskId });
}
