import { randomUUID } from "node:crypto";
import type { Database, Prisma } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { makeSecret } from "../auth/make-secret.ts";
import { recordAudit } from "../database/audit.ts";
import { inTransaction } from "../database/in-transaction.ts";
import { DomainError } from "../errors.ts";
import { lockAdmins } from "./lock-admins.ts";
import { type CreatedInvitation, INVITATION_DAYS, type InvitePerson } from "./people.schema.ts";
import { readInvitations } from "./read-invitations.ts";

/**
 * Invites an address for seven days. The token is in the answer and nowhere else. An earlier open
 * invitation of the same address is revoked, so that only the newest link works.
 *
 * @throws DomainError `conflict`, reason `email_taken`
 */
export async function invitePerson(
  db: Database,
  actor: Actor,
  { email, role }: InvitePerson,
): Promise<CreatedInvitation> {
  authorize(actor, "people.manage");
  const { secret, sha256 } = makeSecret();
  const id = randomUUID();
  return inTransaction(db, async (tx) => {
    await lockAdmins(tx, actor.userId);
    await requireNewAddress(tx, email);
    await tx.invitation.updateMany({
      where: { email, acceptedAt: null, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    await tx.$executeRaw`
      INSERT INTO invitation (id, email, role, token_sha256, invited_by_id, expires_at)
      VALUES (${id}::uuid, ${email}, ${role}::role, ${sha256}, ${actor.userId},
        now() + make_interval(days => ${INVITATION_DAYS}))`;
    await recordAudit(tx, {
      actorId: actor.userId,
      action: "invitation.created",
      subjectType: "invitation",
      subjectId: id,
      data: { role },
    });
    const [invitation] = await readInvitations(tx, { id });
    if (!invitation) throw new Error("the invitation was not written");
    return { ...invitation, token: secret };
  });
}

async function requireNewAddress(tx: Prisma.TransactionClient, email: string): Promise<void> {
  if ((await tx.user.findUnique({ where: { email }, select: { id: true } })) === null) return;
  throw new DomainError("conflict", `Someone with the address ${email} is already here.`, {
    reason: "email_taken",
  });
}
