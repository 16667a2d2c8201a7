import { Prisma } from "@foundry/prisma/client";
import { recordAudit } from "../database/audit.ts";
import { publishEvent } from "../events/publish-event.ts";
import type { TaskError } from "./runner-protocol.schema.ts";

interface TaskEnd {
  state: "succeeded" | "failed" | "cancelled";
  error: TaskError | null;
  report?: Prisma.InputJsonObject | null;
  /** Null: no person did it. */
  actorId: string | null;
}

/** Ends a task that this transaction has locked. */
export async function endTask(
  tx: Prisma.TransactionClient,
  taskId: string,
  { state, error, report = null, actorId }: TaskEnd,
): Promise<void> {
  await tx.runnerTask.update({
    where: { id: taskId },
    data: {
      state,
      error: error ?? Prisma.DbNull,
      report: report ?? Prisma.DbNull,
      leaseExpiresAt: null,
      finishedAt: new Date(),
    },
  });
  await recordAudit(tx, {
    actorId,
    action: `runner_task.${state}`,
    subjectType: "runner_task",
    subjectId: taskId,
    data: error === null ? {} : { code: error.code },
  });
  await publishEvent(tx, { topic: "runner-task", id: taskId });
}
