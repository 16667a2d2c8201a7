import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../../auth/actor.ts";
import { recordAudit } from "../../database/audit.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import { orderProviderCheck } from "../providers/order-provider-check.ts";

/**
 * Forgets the stored key for Anthropic; runs that use it stand still with `no_key`. Does nothing
 * when none is stored.
 *
 * @throws DomainError `forbidden`
 */
export async function deleteProviderKey(db: Database, actor: Actor): Promise<void> {
  authorize(actor, "generation.manage");
  await inTransaction(db, async (tx) => {
    const { count } = await tx.providerKey.deleteMany({ where: { provider: "anthropic" } });
    if (count === 0) return;
    await tx.providerCheck.deleteMany({ where: { subject: "anthropic" } });
    await orderProviderCheck(tx, "anthropic");
    await recordAudit(tx, {
      actorId: actor.userId,
      action: "provider_key.deleted",
      subjectType: "provider",
      subjectId: "anthropic",
    });
  });
}
