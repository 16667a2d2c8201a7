import type { Database, Prisma, User } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { recordAudit } from "../database/audit.ts";
import { inTransaction } from "../database/in-transaction.ts";
import { DomainError } from "../errors.ts";
import { releaseLeases } from "../reviews/release-leases.ts";
import { lockAdmins } from "./lock-admins.ts";
import type { ChangePerson, Person } from "./people.schema.ts";
import { toPerson } from "./to-person.ts";

/**
 * Changes a person's role, or takes their access away or gives it back. Taking it away ends their
 * sessions and gives back what they hold; their reviews and drafts stay. Open invitations of someone
 * who may no longer invite are revoked.
 *
 * @throws DomainError `not_found`; `conflict`, reason `last_admin`; `forbidden`
 */
export async function changePerson(
  db: Database,
  actor: Actor,
  userId: string,
  change: ChangePerson,
): Promise<Person> {
  authorize(actor, "people.manage");
  return inTransaction(db, async (tx) => {
    const adminIds = await lockAdmins(tx, actor.userId);
    const before = await tx.user.findUnique({ where: { id: userId } });
    if (!before) throw new DomainError("not_found", "There is no such person.");
    const role = change.role ?? before.role;
    const isDisabled = change.isDisabled ?? before.disabledAt !== null;
    const remainsAdmin = role === "admin" && !isDisabled;
    if (!remainsAdmin && adminIds.every((id) => id === userId)) throw lastAdmin();

    const disabledAt = isDisabled ? (before.disabledAt ?? new Date()) : null;
    const after = await tx.user.update({ where: { id: userId }, data: { role, disabledAt } });
    if (isDisabled) await endAccess(tx, userId);
    if (!remainsAdmin) await revokeInvitationsOf(tx, userId);
    await auditChange(tx, actor, before, after);
    return toPerson(after);
  });
}

function lastAdmin(): DomainError {
  return new DomainError("conflict", "This is the last admin. Make someone else an admin first.", {
    reason: "last_admin",
  });
}

async function endAccess(tx: Prisma.TransactionClient, userId: string): Promise<void> {
  await tx.session.deleteMany({ where: { userId } });
  await releaseLeases(tx, userId);
}

async function revokeInvitationsOf(tx: Prisma.TransactionClient, userId: string): Promise<void> {
  await tx.invitation.updateMany({
    where: { invitedById: userId, acceptedAt: null, revokedAt: null },
    data: { revokedAt: new Date() },
  });
}

async function auditChange(tx: Prisma.TransactionClient, actor: Actor, before: User, after: User) {
  const subject = { actorId: actor.userId, subjectType: "user", subjectId: after.id };
  if (before.role !== after.role) {
    const data = { from: before.role, to: after.role };
    await recordAudit(tx, { ...subject, action: "person.role_changed", data });
  }
  if ((before.disabledAt === null) !== (after.disabledAt === null)) {
    const action = after.disabledAt ? "person.disabled" : "person.enabled";
    await recordAudit(tx, { ...subject, action });
  }
}
