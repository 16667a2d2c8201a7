import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../../auth/actor.ts";
import { recordAudit } from "../../database/audit.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import type { Providers } from "../provider.schema.ts";
import { getProviders } from "../providers/get-providers.ts";
import { TERMS_URL } from "./terms-url.ts";

/**
 * Records that the actor has read Anthropic's terms on training with outputs. Asked again, it keeps
 * who did so first.
 * @throws DomainError `forbidden`
 */
export async function acknowledgeTerms(db: Database, actor: Actor): Promise<Providers> {
  authorize(actor, "generation.manage");
  await inTransaction(db, async (tx) => {
    const { count } = await tx.termsAcknowledgement.createMany({
      data: [{ provider: "anthropic", termsUrl: TERMS_URL, acknowledgedById: actor.userId }],
      skipDuplicates: true,
    });
    if (count === 0) return;
    await recordAudit(tx, {
      actorId: actor.userId,
      action: "terms.acknowledged",
      subjectType: "provider",
      subjectId: "anthropic",
      data: { termsUrl: TERMS_URL },
    });
  });
  return getProviders(db, actor);
}
