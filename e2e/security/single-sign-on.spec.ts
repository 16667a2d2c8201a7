import { makeUser } from "@foundry/prisma/factories/make-user";
import { type IdentityProvider, startIdentityProvider } from "./identity-provider.ts";
import { expect, ownPageHeaders, test as base } from "./secured-test.ts";
import { startWebServer, type WebServer } from "./web-server.ts";

const test = base.extend<object, { provider: IdentityProvider; web: WebServer }>({
  provider: [
    async ({}, use) => {
      const provider = await startIdentityProvider();
      await use(provider);
      await provider.stop();
    },
    { scope: "worker" },
  ],
  web: [
    async ({ studio, provider }, use) => {
      const web = await startWebServer(studio, {
        env: {
          OIDC_ISSUER: provider.issuer,
          OIDC_CLIENT_ID: "foundry",
          OIDC_CLIENT_SECRET: "a secret of both",
        },
      });
      await use(web);
      await web.stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],
});

/** Goes to the provider and back as a browser would; gives the last answer. */
async function signInThere(web: WebServer, provider: IdentityProvider, returnTo = "/samples") {
  const started = await fetch(`${web.url}/api/auth/sign-in/social`, {
    method: "POST",
    headers: { ...ownPageHeaders(web.url), "content-type": "application/json" },
    body: JSON.stringify({ returnTo }),
  });
  expect(started.status).toBe(200);
  const { url } = (await started.json()) as { url: string };
  const cookie = started.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  return fetch(provider.consent(url), { headers: { cookie }, redirect: "manual" });
}

function sessionOf(answer: Response): string {
  const cookies = answer.headers.getSetCookie().map((line) => line.split(";")[0] ?? "");
  return cookies.find((cookie) => cookie.startsWith("foundry.session_token=")) ?? "";
}

test("a member of the team signs in at the provider", async ({ studio, web, provider }) => {
  const { id, email } = await makeUser(studio.db);
  provider.vouchFor({ sub: `sub-${id}`, email, email_verified: true });
  for (const time of ["first", "second"]) {
    const answer = await signInThere(web, provider);
    expect(answer.status, time).toBe(302);
    expect(answer.headers.get("location"), time).toBe("/samples");
    const headers = { cookie: sessionOf(answer) };
    const me = await fetch(`${web.url}/api/me`, { headers });
    expect(await me.json(), time).toMatchObject({ id, email });
  }
  const account = await studio.db.account.findFirstOrThrow({ where: { userId: id } });
  expect(account.accessToken).not.toBe("a");
});

test("a stranger does not become a member", async ({ studio, web, provider }) => {
  provider.vouchFor({ sub: "sub-stranger", email: "stranger@example.org", email_verified: true });
  const answer = await signInThere(web, provider);
  expect(sessionOf(answer)).toBe("");
  expect(answer.headers.get("location")).toMatch(/^\/samples\?sign-in=failed/);
  expect(await studio.db.user.count({ where: { email: "stranger@example.org" } })).toBe(0);
});

test("an address that the provider did not verify opens nobody's account", async ({
  studio,
  web,
  provider,
}) => {
  const { id, email } = await makeUser(studio.db);
  provider.vouchFor({ sub: "sub-thief", email, email_verified: false });
  expect(sessionOf(await signInThere(web, provider))).toBe("");
  expect(await studio.db.account.count({ where: { userId: id } })).toBe(0);
});

test("a disabled member is not let in", async ({ studio, web, provider }) => {
  const { id, email } = await makeUser(studio.db);
  await studio.db.user.update({ where: { id }, data: { disabledAt: new Date() } });
  provider.vouchFor({ sub: `sub-${id}`, email, email_verified: true });
  expect(sessionOf(await signInThere(web, provider))).toBe("");
  expect(await studio.db.session.count({ where: { userId: id } })).toBe(0);
});

test("a return without the cookie of its start is refused", async ({ studio, web, provider }) => {
  const { id, email } = await makeUser(studio.db);
  provider.vouchFor({ sub: `sub-${id}`, email, email_verified: true });
  const started = await fetch(`${web.url}/api/auth/sign-in/social`, {
    method: "POST",
    headers: { ...ownPageHeaders(web.url), "content-type": "application/json" },
    body: "{}",
  });
  const { url } = (await started.json()) as { url: string };
  const answer = await fetch(provider.consent(url), { redirect: "manual" });
  expect(sessionOf(answer)).toBe("");
});

test("the way back leads into the studio only", async ({ web }) => {
  for (const returnTo of ["https://evil.example", "//evil.example", "/\\evil.example", "x"]) {
    const answer = await fetch(`${web.url}/api/auth/sign-in/social`, {
      method: "POST",
      headers: { ...ownPageHeaders(web.url), "content-type": "application/json" },
      body: JSON.stringify({ returnTo }),
    });
    expect(answer.status, returnTo).toBe(422);
  }
});

test("without a provider there is no such way", async ({ studio }) => {
  const answer = await fetch(`${studio.url}/api/auth/sign-in/social`, {
    method: "POST",
    headers: { ...ownPageHeaders(studio.url), "content-type": "application/json" },
    body: "{}",
  });
  expect(answer.status).toBe(404);
});
