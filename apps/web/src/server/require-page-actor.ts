import "server-only";
import type { Actor } from "@foundry/core/auth/actor";
import { type Action, isAllowed } from "@foundry/core/auth/permissions";
import { headers } from "next/headers";
import { forbidden, unauthorized } from "next/navigation";
import { cache } from "react";
import { getClients } from "./clients";
import type { Profile } from "./profile.schema";
import { readProfile } from "./read-profile";
import { getActor } from "./session";

export interface PageActor {
  actor: Actor;
  user: Profile;
}

/**
 * The person who opens a page. Call it first in every page, and not only in a layout: Next renders a
 * page without its layouts when a client asks for the page alone.
 *
 * Without a session the page answers 401, without permission for `action` 403.
 */
export async function requirePageActor(action?: Action): Promise<PageActor> {
  const found = await findPageActor();
  if (!found) unauthorized();
  if (action && !isAllowed(found.actor.role, action)) forbidden();
  return found;
}

/** Looked up once per rendering, however many layouts and pages ask. */
const findPageActor = cache(async (): Promise<PageActor | null> => {
  const actor = await getActor(await headers());
  return actor && { actor, user: await readProfile(getClients().db, actor) };
});
