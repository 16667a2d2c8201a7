import type { Database, Prisma } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { recordAudit } from "../database/audit.ts";
import { inTransaction } from "../database/in-transaction.ts";
import { DomainError } from "../errors.ts";
import { orderSweep } from "../jobs/order-sweep.ts";
import { orderEvidence } from "./order-evidence.ts";

/**
 * Deletes an implementation: one that the actor typed in, or as an admin any. Without effect when it
 * is gone already.
 *
 * @throws DomainError `forbidden`, reason `not_your_implementation`
 */
export async function deleteImplementation(db: Database, actor: Actor, id: string): Promise<void> {
  authorize(actor, "sample.review");
  await inTransaction(db, async (tx) => {
    const implementation = await tx.implementation.findUnique({ where: { id } });
    if (!implementation) return;
    const { promptId, authorId, sourceSha256 } = implementation;
    if (authorId !== actor.userId && actor.role !== "admin") {
      throw new DomainError("forbidden", "Only its author or an admin can delete this.", {
        reason: "not_your_implementation",
      });
    }
    const { count } = await tx.implementation.deleteMany({ where: { id } });
    if (count === 0) return;
    await recordAudit(tx, {
      actorId: actor.userId,
      action: "implementation.deleted",
      subjectType: "prompt",
      subjectId: promptId,
      data: { implementationId: id, sourceSha256 },
    });
    if ((await tx.implementation.count({ where: { promptId } })) > 0) await orderEvidence(tx);
    else await forgetEvidence(tx, promptId);
  });
}

/** Without an implementation nothing can be run, so what runs have shown goes, from the risk too. */
async function forgetEvidence(tx: Prisma.TransactionClient, promptId: number): Promise<void> {
  const ran = await tx.$queryRaw<{ irId: string }[]>`
    DELETE FROM ir_evidence e USING ir JOIN sample s ON s.id = ir.sample_id
    WHERE e.ir_id = ir.id AND s.prompt_id = ${promptId}
    RETURNING e.ir_id::text AS "irId"`;
  if (ran.length === 0) return;
  const irIds = ran.map(({ irId }) => irId);
  await tx.finding.deleteMany({ where: { irId: { in: irIds }, source: "evidence" } });
  await tx.irCheck.updateMany({ where: { irId: { in: irIds } }, data: { checksVersion: "" } });
  await orderSweep(tx, "checkIrs", { isAgain: false });
}
