import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import type { ApiToken } from "./people.schema.ts";
import { readApiTokens } from "./read-api-tokens.ts";

/** The actor's own tokens, newest first, the revoked ones too. */
export async function listApiTokens(db: Database, actor: Actor): Promise<ApiToken[]> {
  authorize(actor, "token.manage_own");
  return readApiTokens(db, actor.userId);
}
