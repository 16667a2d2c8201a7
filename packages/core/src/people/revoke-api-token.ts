import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { recordAudit } from "../database/audit.ts";
import { inTransaction } from "../database/in-transaction.ts";
import { DomainError } from "../errors.ts";

/**
 * Stops one of the actor's own tokens from working, at once. Without effect on a revoked one.
 *
 * @throws DomainError `not_found`, also for another person's token
 */
export async function revokeApiToken(db: Database, actor: Actor, tokenId: string): Promise<void> {
  authorize(actor, "token.manage_own");
  await inTransaction(db, async (tx) => {
    const own = { id: tokenId, userId: actor.userId };
    if (!(await tx.apiToken.findFirst({ where: own, select: { id: true } }))) {
      throw new DomainError("not_found", "There is no such token.");
    }
    const { count } = await tx.apiToken.updateMany({
      where: { ...own, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    if (count === 0) return;
    await recordAudit(tx, {
      actorId: actor.userId,
      action: "api_token.revoked",
      subjectType: "api_token",
      subjectId: tokenId,
    });
  });
}
