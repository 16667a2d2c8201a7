import { needsFirstAdmin } from "@foundry/core/people/needs-first-admin";
import { readEnv } from "../env";
import { SignInScreen } from "../features/sign-in/sign-in-screen";
import { getClients } from "../server/clients";

/** The 401 page is the sign-in form, so the address that was asked for stays. */
export default async function Unauthorized() {
  const needsAdmin = await needsFirstAdmin(getClients().db);
  return <SignInScreen needsAdmin={needsAdmin} hasSingleSignOn={readEnv().singleSignOn !== null} />;
}
