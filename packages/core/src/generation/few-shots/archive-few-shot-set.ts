import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../../auth/actor.ts";
import { recordAudit } from "../../database/audit.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import { DomainError } from "../../errors.ts";

/**
 * Takes one version of a set out of the list. Runs that used it still show it.
 * @throws DomainError `forbidden`, `not_found`
 */
export async function archiveFewShotSet(db: Database, actor: Actor, id: string): Promise<void> {
  authorize(actor, "generation.manage");
  await inTransaction(db, async (tx) => {
    const { count } = await tx.fewShotSet.updateMany({
      where: { id, archivedAt: null },
      data: { archivedAt: new Date() },
    });
    if (count === 0) throw new DomainError("not_found", "There is no such set of examples.");
    await recordAudit(tx, {
      actorId: actor.userId,
      action: "few_shot_set.archived",
      subjectType: "few_shot_set",
      subjectId: id,
    });
  });
}
