import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { recordAudit } from "../database/audit.ts";
import { inTransaction } from "../database/in-transaction.ts";
import { orderSweep } from "../jobs/order-sweep.ts";

/**
 * Orders a check of every IR, those that were checked already included. Asked for twice, it runs
 * once.
 *
 * @throws DomainError `forbidden`
 */
export async function rerunChecks(db: Database, actor: Actor): Promise<{ jobId: string }> {
  authorize(actor, "checks.rerun");
  return inTransaction(db, async (tx) => {
    const jobId = await orderSweep(tx, "checkIrs", { isAgain: true }, "checkIrs:again");
    await recordAudit(tx, {
      actorId: actor.userId,
      action: "checks.rerun",
      subjectType: "job",
      subjectId: jobId,
    });
    return { jobId };
  });
}
