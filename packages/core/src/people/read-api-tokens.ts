import type { DatabaseOrTransaction } from "@foundry/prisma/client";
import type { ApiToken } from "./people.schema.ts";

/** A person's tokens, newest first. */
export async function readApiTokens(
  db: DatabaseOrTransaction,
  userId: string,
): Promise<ApiToken[]> {
  const tokens = await db.apiToken.findMany({
    where: { userId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  return tokens.map(({ id, name, prefix, createdAt, expiresAt, lastUsedAt, revokedAt }) => ({
    id,
    name,
    prefix,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    isRevoked: revokedAt !== null,
  }));
}
