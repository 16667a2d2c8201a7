import type { Prisma } from "@foundry/prisma/client";
import { DomainError } from "../errors.ts";
import type { RunnerIdentity } from "./find-runner.ts";
import type { HeldTask, TaskState } from "./runner-protocol.schema.ts";

export interface LockedTask {
  id: string;
  kind: "train" | "evaluate";
  state: TaskState;
  runnerId: string | null;
  attempt: number;
  leaseToken: number;
  lastSeq: number;
  lostCount: number;
  cancelRequestedAt: Date | null;
}

/** Locks a task's row until the end of the transaction; null when there is none. */
export async function lockTask(
  tx: Prisma.TransactionClient,
  taskId: string,
): Promise<LockedTask | null> {
  const [task] = await tx.$queryRaw<LockedTask[]>`
    SELECT id::text, kind::text, state::text, runner_id::text AS "runnerId", attempt,
      lease_token AS "leaseToken", last_seq AS "lastSeq", lost_count AS "lostCount",
      cancel_requested_at AS "cancelRequestedAt"
    FROM runner_task WHERE id = ${taskId}::uuid FOR NO KEY UPDATE`;
  return task ?? null;
}

/**
 * Locks a task that the runner holds. A lease that has run out is still held as long as nobody took
 * the task back, so a runner that was cut off for a moment loses nothing.
 * @throws DomainError `conflict` with reason `lease_lost`
 */
export async function lockHeldTask(
  tx: Prisma.TransactionClient,
  runner: RunnerIdentity,
  taskId: string,
  held: HeldTask,
): Promise<LockedTask> {
  const task = await lockTask(tx, taskId);
  if (task !== null && task.state === "running" && isHolder(task, runner, held)) return task;
  throw leaseLost();
}

/** Whether this attempt of this runner is the last one that had the task. */
export function isHolder(
  task: LockedTask,
  { runnerId }: RunnerIdentity,
  { attempt, leaseToken }: HeldTask,
): boolean {
  return task.runnerId === runnerId && task.attempt === attempt && task.leaseToken === leaseToken;
}

/** Also for a task that there is not, so that a runner learns of no other's. */
export function leaseLost(): DomainError {
  return new DomainError(
    "conflict",
    "This runner does not hold the task any more: it ended, was taken back, or another runner has it. What was sent before is kept; drop the rest.",
    { reason: "lease_lost" },
  );
}
