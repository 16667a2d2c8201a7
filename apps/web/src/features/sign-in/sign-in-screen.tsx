"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { EntryPage } from "../../components/entry-page";

// Their own chunks: this screen belongs to the 401 page, which travels with every other page.
const SignInForm = dynamic(() => import("./sign-in-form").then((module) => module.SignInForm));
const SingleSignOnButton = dynamic(() =>
  import("./single-sign-on-button").then((module) => module.SingleSignOnButton),
);

/** Shown in place of the page that was asked for; the same address is loaded again afterwards. */
export function SignInScreen({
  needsAdmin,
  hasSingleSignOn,
}: {
  needsAdmin: boolean;
  hasSingleSignOn: boolean;
}) {
  const router = useRouter();
  useEffect(() => {
    if (needsAdmin) router.replace("/setup");
  }, [needsAdmin, router]);
  if (needsAdmin)
    return (
      <EntryPage title="Welcome" intro="This studio is new; its first page is being opened." />
    );
  return (
    <EntryPage title="Sign in" intro="Use the address and password of your account.">
      <SignInForm onSignedIn={() => window.location.reload()} />
      {hasSingleSignOn && <SingleSignOnButton />}
    </EntryPage>
  );
}
