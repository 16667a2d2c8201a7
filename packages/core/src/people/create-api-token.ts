import { randomUUID } from "node:crypto";
import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { makeSecret } from "../auth/make-secret.ts";
import { recordAudit } from "../database/audit.ts";
import { inTransaction } from "../database/in-transaction.ts";
import { API_TOKEN_PREFIX } from "./api-token-format.ts";
import type { CreateApiToken, CreatedApiToken } from "./people.schema.ts";
import { readApiTokens } from "./read-api-tokens.ts";

const SHOWN_CHARACTERS = API_TOKEN_PREFIX.length + 4;

/** A token with which a program acts as the actor. It is in the answer and nowhere else. */
export async function createApiToken(
  db: Database,
  actor: Actor,
  { name, expiresInDays }: CreateApiToken,
): Promise<CreatedApiToken> {
  authorize(actor, "token.manage_own");
  const { secret, sha256 } = makeSecret(API_TOKEN_PREFIX);
  const id = randomUUID();
  return inTransaction(db, async (tx) => {
    await tx.$executeRaw`
      INSERT INTO api_token (id, user_id, name, prefix, token_sha256, expires_at)
      VALUES (${id}::uuid, ${actor.userId}, ${name}, ${secret.slice(0, SHOWN_CHARACTERS)}, ${sha256},
        now() + make_interval(days => ${expiresInDays}::int))`;
    await recordAudit(tx, {
      actorId: actor.userId,
      action: "api_token.created",
      subjectType: "api_token",
      subjectId: id,
    });
    const created = (await readApiTokens(tx, actor.userId)).find((token) => token.id === id);
    if (!created) throw new Error("the token was not written");
    return { ...created, token: secret };
  });
}
