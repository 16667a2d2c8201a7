import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { recordAudit } from "../database/audit.ts";
import { inTransaction } from "../database/in-transaction.ts";
import { findOwnTemplate } from "./find-own-template.ts";

/**
 * Deletes a template; the prompts that it wrote stay.
 * @throws DomainError `forbidden`, `not_found`
 */
export async function deleteOwnTemplate(db: Database, actor: Actor, id: string): Promise<void> {
  authorize(actor, "prompts.manage");
  await inTransaction(db, async (tx) => {
    await findOwnTemplate(tx, id);
    await tx.ownTemplate.deleteMany({ where: { id } });
    await recordAudit(tx, {
      actorId: actor.userId,
      action: "template.deleted",
      subjectType: "template",
      subjectId: id,
    });
  });
}
