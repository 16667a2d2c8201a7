import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../../auth/actor.ts";
import { recordAudit } from "../../database/audit.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import { DomainError } from "../../errors.ts";
import { orderProviderCheck } from "../providers/order-provider-check.ts";
import { encryptSecret } from "./encrypt-secret.ts";
import { maskKey } from "./mask-key.ts";

/**
 * Keeps a key for Anthropic, encrypted, in place of the one before, and has a worker try it.
 *
 * @param options.secret the studio's own; null when it has none, and then no key can be kept
 * @throws DomainError `forbidden`; `unavailable` without a secret
 */
export async function storeProviderKey(
  db: Database,
  actor: Actor,
  { key, secret }: { key: string; secret: string | null },
): Promise<void> {
  authorize(actor, "generation.manage");
  if (secret === null) {
    throw new DomainError(
      "unavailable",
      "The studio has no FOUNDRY_SECRET, so that it cannot keep a key. Nothing was stored.",
      { reason: "no_secret" },
    );
  }
  const stored = {
    ciphertext: encryptSecret(secret, key, "anthropic"),
    hint: maskKey(key),
    createdById: actor.userId,
    createdAt: new Date(),
  };
  await inTransaction(db, async (tx) => {
    await tx.providerKey.upsert({
      where: { provider: "anthropic" },
      create: { provider: "anthropic", ...stored },
      update: stored,
    });
    await tx.providerCheck.deleteMany({ where: { subject: "anthropic" } });
    await orderProviderCheck(tx, "anthropic");
    await recordAudit(tx, {
      actorId: actor.userId,
      action: "provider_key.stored",
      subjectType: "provider",
      subjectId: "anthropic",
    });
  });
}
