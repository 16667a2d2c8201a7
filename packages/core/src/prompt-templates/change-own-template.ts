import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { recordAudit } from "../database/audit.ts";
import { inTransaction } from "../database/in-transaction.ts";
import type {
  OwnTemplate,
  OwnTemplateDraft,
} from "../prompts/own-templates/own-template.schema.ts";
import { assertGoodTemplate } from "./assert-good-template.ts";
import { findOwnTemplate } from "./find-own-template.ts";

/**
 * Replaces what a template says; prompts that it wrote, and runs already ordered, stay as they are.
 * @throws DomainError `forbidden`, `not_found`, or `invalid_input` with the place of every problem
 */
export async function changeOwnTemplate(
  db: Database,
  actor: Actor,
  id: string,
  draft: OwnTemplateDraft,
): Promise<OwnTemplate> {
  authorize(actor, "prompts.manage");
  assertGoodTemplate(draft);
  return inTransaction(db, async (tx) => {
    await findOwnTemplate(tx, id);
    await tx.ownTemplate.update({
      where: { id },
      data: { title: draft.title, category: draft.category, draft },
    });
    await recordAudit(tx, {
      actorId: actor.userId,
      action: "template.changed",
      subjectType: "template",
      subjectId: id,
    });
    return findOwnTemplate(tx, id);
  });
}
