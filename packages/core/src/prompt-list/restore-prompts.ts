import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { inTransaction } from "../database/in-transaction.ts";
import { recordPromptAudits } from "./record-prompt-audits.ts";
import type { ChangedPrompts, PromptIds } from "./prompt.schema.ts";

/**
 * Brings archived prompts back into the lists.
 * @throws DomainError `forbidden`
 */
export async function restorePrompts(
  db: Database,
  actor: Actor,
  { ids }: PromptIds,
): Promise<ChangedPrompts> {
  authorize(actor, "prompts.manage");
  return inTransaction(db, async (tx) => {
    const rows = await tx.prompt.updateManyAndReturn({
      where: { id: { in: ids }, archivedAt: { not: null } },
      data: { archivedAt: null },
      select: { id: true },
    });
    const changed = rows.map(({ id }) => id).toSorted((left, right) => left - right);
    await recordPromptAudits(tx, actor, "prompt.restored", changed);
    return { ids: changed, keptIds: [] };
  });
}
