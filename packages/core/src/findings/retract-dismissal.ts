import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { recordAudit } from "../database/audit.ts";
import { inTransaction } from "../database/in-transaction.ts";
import { DomainError } from "../errors.ts";
import { refreshRisk } from "./refresh-risk.ts";

/**
 * Takes back that a finding is "not a problem": one's own word, or as an admin anybody's. Without
 * effect when it is gone already.
 *
 * @throws DomainError `forbidden`, reason `not_your_dismissal`
 */
export async function retractDismissal(db: Database, actor: Actor, id: string): Promise<void> {
  authorize(actor, "sample.review");
  await inTransaction(db, async (tx) => {
    const dismissal = await tx.findingDismissal.findUnique({ where: { id } });
    if (!dismissal) return;
    if (dismissal.userId !== actor.userId && actor.role !== "admin") {
      throw new DomainError("forbidden", "Only its author or an admin can take this back.", {
        reason: "not_your_dismissal",
      });
    }
    const { count } = await tx.findingDismissal.deleteMany({ where: { id } });
    if (count === 0) return;
    await recordAudit(tx, {
      actorId: actor.userId,
      action: "finding.dismissal_retracted",
      subjectType: "sample",
      subjectId: dismissal.sampleId,
      data: { dismissalId: id, check: dismissal.check },
    });
    await refreshRisk(tx, dismissal.sampleId);
  });
}
