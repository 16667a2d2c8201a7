import "server-only";
import { limitSignIn } from "@foundry/core/auth/limit-sign-in";
import { ADDRESS_HEADER } from "./client-address";
import { getClients } from "./clients";
import { openSession } from "./open-session";
import type { SignIn } from "./sign-in.schema";

/**
 * Opens a session, counting the attempt before the password is looked at.
 *
 * @throws DomainError `rate_limited`, or as `openSession`
 */
export async function signIn(headers: Headers, credentials: SignIn): Promise<Response> {
  const ipAddress = headers.get(ADDRESS_HEADER);
  await limitSignIn(getClients().db, { email: credentials.email, ipAddress });
  return openSession(headers, credentials);
}
