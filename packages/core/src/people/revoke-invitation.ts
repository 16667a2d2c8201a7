import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { recordAudit } from "../database/audit.ts";
import { inTransaction } from "../database/in-transaction.ts";
import { DomainError } from "../errors.ts";

/**
 * Makes an invitation's link useless. Without effect on one that is revoked already.
 *
 * @throws DomainError `not_found`; `conflict`, reason `already_accepted`
 */
export async function revokeInvitation(
  db: Database,
  actor: Actor,
  invitationId: string,
): Promise<void> {
  authorize(actor, "people.manage");
  await inTransaction(db, async (tx) => {
    const { count } = await tx.invitation.updateMany({
      where: { id: invitationId, acceptedAt: null, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    if (count === 1) {
      await recordAudit(tx, {
        actorId: actor.userId,
        action: "invitation.revoked",
        subjectType: "invitation",
        subjectId: invitationId,
      });
      return;
    }
    const invitation = await tx.invitation.findUnique({ where: { id: invitationId } });
    if (!invitation) throw new DomainError("not_found", "There is no such invitation.");
    if (invitation.acceptedAt) {
      throw new DomainError(
        "conflict",
        "The invitation was already accepted. Disable the person instead.",
        { reason: "already_accepted" },
      );
    }
  });
}
