import "server-only";
import { DomainError } from "@foundry/core/errors";
import { isAPIError } from "better-auth/api";
import type { z } from "zod";
import { getAuth } from "./auth";
import { getClients } from "./clients";
import { pickCookies } from "./pick-cookies";
import type { signedInSchema } from "./profile.schema";
import { readProfile } from "./read-profile";
import type { SignIn } from "./sign-in.schema";

/**
 * Opens a session for who knows the password. Does not count attempts: `signIn` does.
 *
 * @returns the answer that sets the session cookie
 * @throws DomainError `unauthenticated` (wrong address or password, not told apart), `forbidden`
 * (disabled)
 */
export async function openSession(
  headers: Headers,
  { email, password }: SignIn,
  status = 200,
): Promise<Response> {
  const { response, headers: answer } = await getAuth()
    .api.signInEmail({ body: { email, password }, headers, returnHeaders: true })
    .catch((error: unknown) => {
      throw explain(error);
    });
  const user = await readProfile(getClients().db, { userId: response.user.id });
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
