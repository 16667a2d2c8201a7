import { z } from "zod";
import { defineContract } from "../define-contract";
import { profileSchema, signedInSchema } from "../profile.schema";
import { signInSchema, startSingleSignOnSchema } from "../sign-in.schema";

export const authContracts = {
  signIn: defineContract({
    method: "POST",
    path: "/api/auth/sign-in/email",
    summary: "Sign in with e-mail address and password. Five attempts a minute for each account.",
    access: "public",
    body: signInSchema,
    answer: signedInSchema,
  }),
  signOut: defineContract({
    method: "POST",
    path: "/api/auth/sign-out",
    summary: "End the session.",
    access: "public",
    answer: null,
  }),
  getSession: defineContract({
    method: "GET",
    path: "/api/auth/get-session",
    summary: "The person who is signed in, or null.",
    access: "public",
    answer: signedInSchema.nullable(),
  }),
  startSingleSignOn: defineContract({
    method: "POST",
    path: "/api/auth/sign-in/social",
    summary: "Where to go to sign in at the organisation's identity provider.",
    access: "public",
    body: startSingleSignOnSchema,
    answer: z.object({ url: z.string() }),
  }),
  finishSingleSignOn: defineContract({
    method: "GET",
    path: "/api/auth/callback/oidc",
    summary: "Where the identity provider sends people back to. Redirects into the studio.",
    access: "public",
    // The provider decides what it adds; the library takes what it knows.
    query: z.looseObject({}),
    answer: { contentType: "text/html" },
  }),
  getMe: defineContract({
    method: "GET",
    path: "/api/me",
    summary: "The owner of the session or token.",
    access: "signed_in",
    answer: profileSchema,
  }),
};
