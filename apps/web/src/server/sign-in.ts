import "server-only";
import { limitSignIn } from "@foundry/core/auth/limit-sign-in";
import { DomainError } from "@foundry/core/errors";
import { isAPIError } from "better-auth/api";
import { getAuth } from "./auth";
import { ADDRESS_HEADER } from "./client-address";
import { getClients } from "./clients";
import { pickCookies } from "./pick-cookies";
import type { signedInSchema } from "./profile.schema";
import { readProfile } from "./read-profile";
import type { SignIn } from "./sign-in.schema";
import type { z } from "zod";

/**
 * Opens a session, counting the attempt before the password is looked at.
 *
 * @returns the answer that sets the session cookie
 * @throws DomainError `rate_limited`, `unauthenticated` (wrong address or password, not told apart),
 * `forbidden` (disabled)
 */
export async function signIn(
  headers: Headers,
  credentials: SignIn,
  status = 200,
): Promise<Response> {
  const { db } = getClients();
  await limitSignIn(db, { email: credentials.email, ipAddress: headers.get(ADDRESS_HEADER) });
  const { response, headers: answer } = await getAuth()
    .api.signInEmail({ body: credentials, headers, returnHeaders: true })
    .catch((error: unknown) => {
      throw explain(error);
    });
  const user = await readProfile(db, { userId: response.user.id });
  const body: z.infer<typeof signedInSchema> = { user };
  return Response.json(body, { status, headers: pickCookies(answer) });
}

function explain(error: unknown): unknown {
  if (!isAPIError(error)) return error;
  if (error.body?.code === "ACCOUNT_DISABLED") {
    return new DomainError("forbidden", "Your access was taken away. Ask an admin.", {
      reason: "account_disabled",
    });
  }
  if (error.statusCode >= 500) return error.cause ?? error;
  return new DomainError("unauthenticated", "The e-mail address or the password is not right.", {
    reason: "wrong_credentials",
  });
}
