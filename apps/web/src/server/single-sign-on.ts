import "server-only";
import { DomainError } from "@foundry/core/errors";
import { readEnv } from "../env";
import { getAuth, SINGLE_SIGN_ON } from "./auth";
import { pickCookies } from "./pick-cookies";

/** Whether to offer the organisation's own sign-in. */
export function hasSingleSignOn(): boolean {
  return readEnv().singleSignOn !== null;
}

/** The identity provider's address for this browser, with the cookie that ties the return to it. */
export async function startSingleSignOn(headers: Headers, returnTo: string): Promise<Response> {
  if (!hasSingleSignOn()) {
    throw new DomainError("not_found", "Single sign-on is not set up here.", {
      reason: "no_single_sign_on",
    });
  }
  const failed = new URL(returnTo, readEnv().origin);
  failed.searchParams.set("sign-in", "failed");
  const { response, headers: answer } = await getAuth().api.signInSocial({
    body: {
      provider: SINGLE_SIGN_ON,
      callbackURL: returnTo,
      errorCallbackURL: `${failed.pathname}${failed.search}`,
      disableRedirect: true,
    },
    headers,
    returnHeaders: true,
  });
  return Response.json({ url: response.url }, { headers: pickCookies(answer) });
}
