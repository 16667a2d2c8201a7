import type { Database } from "@foundry/prisma/client";
import { inTransaction } from "../database/in-transaction.ts";
import type { RunnerIdentity } from "./find-runner.ts";
import { lockHeldTask } from "./lock-held-task.ts";
import {
  type HeartbeatAnswer,
  type HeldTask,
  RUNNER_LEASE_SECONDS,
} from "./runner-protocol.schema.ts";

/**
 * Prolongs a runner's hold on its task, and tells whether a person asked to stop.
 * @throws DomainError `conflict` with reason `lease_lost`
 */
export async function heartbeatTask(
  db: Database,
  runner: RunnerIdentity,
  taskId: string,
  held: HeldTask,
): Promise<HeartbeatAnswer> {
  return inTransaction(db, async (tx) => {
    const task = await lockHeldTask(tx, runner, taskId, held);
    const [row] = await tx.$queryRaw<{ leaseExpiresAt: Date }[]>`
      UPDATE runner_task
      SET lease_expires_at = now() + make_interval(secs => ${RUNNER_LEASE_SECONDS})
      WHERE id = ${taskId}::uuid
      RETURNING lease_expires_at AS "leaseExpiresAt"`;
    if (row === undefined) throw new Error("the task has gone");
    return {
      leaseExpiresAt: row.leaseExpiresAt.toISOString(),
      cancel: task.cancelRequestedAt !== null,
    };
  });
}
