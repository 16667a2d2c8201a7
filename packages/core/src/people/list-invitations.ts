import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import type { Invitation } from "./people.schema.ts";
import { readInvitations } from "./read-invitations.ts";

/** Every invitation, newest first, the settled ones too; at most 500. */
export async function listInvitations(db: Database, actor: Actor): Promise<Invitation[]> {
  authorize(actor, "people.read");
  return readInvitations(db);
}
