import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { recordAudit } from "../database/audit.ts";
import { inTransaction } from "../database/in-transaction.ts";
import { DomainError } from "../errors.ts";

/**
 * Stops a runner's token from working, at once. What it works on goes to another runner. Without
 * effect on a revoked one.
 * @throws DomainError `forbidden`, `not_found`
 */
export async function revokeRunner(db: Database, actor: Actor, runnerId: string): Promise<void> {
  authorize(actor, "training.manage");
  await inTransaction(db, async (tx) => {
    if (!(await tx.runner.findUnique({ where: { id: runnerId }, select: { id: true } }))) {
      throw new DomainError("not_found", "There is no such runner.");
    }
    const { count } = await tx.runner.updateMany({
      where: { id: runnerId, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    if (count === 0) return;
    // It has no right to go on, so its leases are over; the reconciler does the rest.
    await tx.$executeRaw`
      UPDATE runner_task SET lease_expires_at = now()
      WHERE runner_id = ${runnerId}::uuid AND state = 'running'`;
    await recordAudit(tx, {
      actorId: actor.userId,
      action: "runner.revoked",
      subjectType: "runner",
      subjectId: runnerId,
    });
  });
}
