import type { DatabaseOrTransaction } from "@foundry/prisma/client";
import { sha256Hex } from "../database/sha256.ts";
import { DomainError } from "../errors.ts";
import type { OpenInvitation } from "./people.schema.ts";
import { readInvitations } from "./read-invitations.ts";

const CLOSED = {
  accepted: "This invitation was already used. Sign in instead.",
  revoked: "This invitation was withdrawn. Ask for a new one.",
  expired: "This invitation has expired. Ask for a new one.",
} as const;

/**
 * The open invitation that a link's token belongs to; the token is the permission.
 *
 * @throws DomainError `not_found`; `gone`, reason `invitation_accepted`, `invitation_revoked` or
 *   `invitation_expired`
 */
export async function findInvitation(
  db: DatabaseOrTransaction,
  token: string,
): Promise<OpenInvitation> {
  const [invitation] = await readInvitations(db, { tokenSha256: sha256Hex(token) });
  if (!invitation) {
    throw new DomainError("not_found", "This invitation does not exist. Check the link.");
  }
  const { state, email, role, invitedBy, expiresAt } = invitation;
  if (state !== "open")
    throw new DomainError("gone", CLOSED[state], { reason: `invitation_${state}` });
  return { email, role, invitedBy, expiresAt };
}
