import { type DatabaseOrTransaction, Prisma } from "@foundry/prisma/client";
import type { Invitation } from "./people.schema.ts";

type Row = Omit<Invitation, "createdAt" | "expiresAt"> & { createdAt: Date; expiresAt: Date };

/** Invitations, newest first, with their state by the database's clock; at most 500. */
export async function readInvitations(
  db: DatabaseOrTransaction,
  filter: { id?: string; tokenSha256?: string } = {},
): Promise<Invitation[]> {
  const { id, tokenSha256 } = filter;
  const rows = await db.$queryRaw<Row[]>`
    SELECT i.id::text, i.email, i.role::text, u.name AS "invitedBy",
      CASE WHEN i.accepted_at IS NOT NULL THEN 'accepted' WHEN i.revoked_at IS NOT NULL THEN 'revoked'
        WHEN i.expires_at <= now() THEN 'expired' ELSE 'open' END AS state,
      i.created_at AS "createdAt", i.expires_at AS "expiresAt"
    FROM invitation i JOIN "user" u ON u.id = i.invited_by_id
    WHERE true
      ${id === undefined ? Prisma.empty : Prisma.sql`AND i.id = ${id}::uuid`}
      ${tokenSha256 === undefined ? Prisma.empty : Prisma.sql`AND i.token_sha256 = ${tokenSha256}`}
    ORDER BY i.created_at DESC, i.id DESC
    LIMIT 500`;
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  }));
}
