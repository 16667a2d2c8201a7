import { createHmac } from "node:crypto";
import type { Cookie } from "@playwright/test";
import { makeSession } from "@foundry/prisma/factories/make-session";
import type { TestStudio } from "./test-studio.ts";

/** The cookie of a signed-in browser, made without the sign-in form and its rate limit. */
export async function makeSessionCookie(
  studio: TestStudio,
  userId: string,
): Promise<Pick<Cookie, "name" | "value"> & { url: string }> {
  const { token } = await makeSession(studio.db, { userId });
  const signature = createHmac("sha256", studio.secret).update(token).digest("base64");
  const value = encodeURIComponent(`${token}.${signature}`);
  return { name: "foundry.session_token", value, url: studio.url };
}
