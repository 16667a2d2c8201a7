import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { inTransaction } from "../database/in-transaction.ts";
import { recordPromptAudits } from "./record-prompt-audits.ts";
import type { ChangedPrompts, PromptIds } from "./prompt.schema.ts";

/**
 * Takes prompts out of the lists; `restorePrompts` brings them back. Those with an IR or a benchmark
 * case stay, because others rely on them.
 * @throws DomainError `forbidden`
 */
export async function archivePrompts(
  db: Database,
  actor: Actor,
  { ids }: PromptIds,
): Promise<ChangedPrompts> {
  authorize(actor, "prompts.manage");
  return inTransaction(db, async (tx) => {
    // Locked first, so that the question sees a sample that was being added meanwhile.
    await tx.$queryRaw`
      SELECT FROM prompt WHERE id = ANY(${ids}::int[]) ORDER BY id FOR UPDATE`;
    const changed = await tx.$queryRaw<{ id: number }[]>`
      UPDATE prompt p SET archived_at = now()
      WHERE p.id = ANY(${ids}::int[]) AND p.archived_at IS NULL
        AND NOT EXISTS (SELECT FROM sample s WHERE s.prompt_id = p.id)
        AND NOT EXISTS (SELECT FROM benchmark_case b WHERE b.prompt_id = p.id)
      RETURNING p.id`;
    const kept = await tx.prompt.findMany({
      where: { id: { in: ids }, archivedAt: null },
      orderBy: { id: "asc" },
      select: { id: true },
    });
    const changedIds = changed.map(({ id }) => id).toSorted((left, right) => left - right);
    await recordPromptAudits(tx, actor, "prompt.archived", changedIds);
    return { ids: changedIds, keptIds: kept.map(({ id }) => id) };
  });
}
