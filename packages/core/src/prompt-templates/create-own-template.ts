import { randomBytes } from "node:crypto";
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
 * Stores a template; runs that are ordered from now on draw from it too.
 * @throws DomainError `forbidden`, or `invalid_input` with the place of every problem
 */
export async function createOwnTemplate(
  db: Database,
  actor: Actor,
  draft: OwnTemplateDraft,
): Promise<OwnTemplate> {
  authorize(actor, "prompts.manage");
  assertGoodTemplate(draft);
  return inTransaction(db, async (tx) => {
    const { id } = await tx.ownTemplate.create({
      data: {
        id: `own_${randomBytes(6).toString("hex")}`,
        title: draft.title,
        category: draft.category,
        draft,
        createdById: actor.userId,
      },
      select: { id: true },
    });
    await recordAudit(tx, {
      actorId: actor.userId,
      action: "template.created",
      subjectType: "template",
      subjectId: id,
    });
    return findOwnTemplate(tx, id);
  });
}
