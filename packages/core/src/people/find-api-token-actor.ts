import type { Database } from "@foundry/prisma/client";
import type { Actor } from "../auth/actor.ts";
import { sha256Hex } from "../database/sha256.ts";
import { isApiToken } from "./api-token-format.ts";

/**
 * Whom a bearer token speaks for, with the role that the person has now; null when the token is
 * unknown, expired or revoked, or its owner is disabled. Notes the use, at most once a minute.
 */
export async function findApiTokenActor(db: Database, token: string): Promise<Actor | null> {
  if (!isApiToken(token)) return null;
  const [found] = await db.$queryRaw<(Actor & { id: string; isUseStale: boolean })[]>`
    SELECT t.id::text, u.id AS "userId", u.role::text,
      t.last_used_at IS NULL OR t.last_used_at < now() - interval '1 minute' AS "isUseStale"
    FROM api_token t JOIN "user" u ON u.id = t.user_id
    WHERE t.token_sha256 = ${sha256Hex(token)} AND t.revoked_at IS NULL
      AND (t.expires_at IS NULL OR t.expires_at > now()) AND u.disabled_at IS NULL`;
  if (!found) return null;
  const { id, userId, role, isUseStale } = found;
  if (isUseStale) {
    await db.$executeRaw`UPDATE api_token SET last_used_at = now()
      WHERE id = ${id}::uuid AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')`;
  }
  return { userId, role };
}
