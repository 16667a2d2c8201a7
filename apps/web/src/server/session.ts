import "server-only";
import type { Actor } from "@foundry/core/auth/actor";
import { DomainError } from "@foundry/core/errors";
import { findApiTokenActor } from "@foundry/core/people/find-api-token-actor";
import { isAPIError } from "better-auth/api";
import { getAuth } from "./auth";
import { hasBearerToken } from "./check-same-site";
import { getClients } from "./clients";
import { extendedExpiry } from "./session-lifetime";

/**
 * Who sends the request: the owner of its API token or, without one, of its session. Role and
 * disablement come from the database each time, so that a change acts on the next request.
 */
export async function getActor(headers: Headers): Promise<Actor | null> {
  if (hasBearerToken(headers)) return findTokenActor(headers);
  if (!headers.has("cookie")) return null;
  const found = await readSession(headers);
  if (!found || found.user.disabledAt) return null;
  await extendSession(found.session);
  return { userId: found.user.id, role: found.user.role };
}

/** @throws DomainError `unauthenticated` */
export async function requireActor(headers: Headers): Promise<Actor> {
  const actor = await getActor(headers);
  if (actor) return actor;
  throw new DomainError("unauthenticated", "You are not signed in, or your session has ended.");
}

async function findTokenActor(headers: Headers): Promise<Actor | null> {
  const token = (headers.get("authorization") ?? "").slice("bearer ".length).trim();
  return findApiTokenActor(getClients().db, token);
}

async function readSession(headers: Headers) {
  try {
    return await getAuth().api.getSession({ headers });
  } catch (error) {
    // The library hides what failed, for example a lost database, in the cause.
    throw isAPIError(error) && error.cause ? error.cause : error;
  }
}

async function extendSession(session: { id: string; createdAt: Date; expiresAt: Date }) {
  const expiresAt = extendedExpiry(session, new Date());
  if (!expiresAt) return;
  // `updateMany`, because a sign-out at the same moment leaves nothing to update.
  await getClients().db.session.updateMany({ where: { id: session.id }, data: { expiresAt } });
}
