import { makeUser } from "@foundry/prisma/factories/make-user";
import { makeSessionCookie } from "../harness/session-cookie.ts";
import { expect, ownPageHeaders, signInAs, test } from "./secured-test.ts";
import { startWebServer } from "./web-server.ts";

const HOUR_MS = 3_600_000;
const PASSWORD = "a long enough pass phrase";

test("a role change and a lost access act on the next request", async ({ studio }) => {
  const { userId, cookie } = await signInAs("admin", studio);
  const list = async () =>
    (await fetch(`${studio.url}/api/people`, { headers: { cookie } })).status;
  expect(await list()).toBe(200);
  await studio.db.user.update({ where: { id: userId }, data: { role: "reviewer" } });
  expect(await list()).toBe(403);
  await studio.db.user.update({ where: { id: userId }, data: { disabledAt: new Date() } });
  expect(await list()).toBe(401);
  const page = await fetch(studio.url, { headers: { cookie } });
  expect(page.status).toBe(401);
});

test("a session ends after twelve idle hours, and use moves the end", async ({ studio }) => {
  const { userId, cookie } = await signInAs("reviewer", studio);
  const me = async () => (await fetch(`${studio.url}/api/me`, { headers: { cookie } })).status;
  await studio.db.session.updateMany({
    where: { userId },
    data: { expiresAt: new Date(Date.now() + HOUR_MS) },
  });
  expect(await me()).toBe(200);
  const moved = await studio.db.session.findFirstOrThrow({ where: { userId } });
  expect(Math.abs(moved.expiresAt.getTime() - Date.now() - 12 * HOUR_MS)).toBeLessThan(60_000);

  await studio.db.session.updateMany({ where: { userId }, data: { expiresAt: new Date() } });
  expect(await me()).toBe(401);
});

test("no use moves the end beyond seven days after the sign-in", async ({ studio }) => {
  const { userId, cookie } = await signInAs("reviewer", studio);
  const createdAt = new Date(Date.now() - 167 * HOUR_MS);
  await studio.db.session.updateMany({
    where: { userId },
    data: { createdAt, expiresAt: new Date(Date.now() + HOUR_MS / 2) },
  });
  expect((await fetch(`${studio.url}/api/me`, { headers: { cookie } })).status).toBe(200);
  const { expiresAt } = await studio.db.session.findFirstOrThrow({ where: { userId } });
  expect(expiresAt).toEqual(new Date(createdAt.getTime() + 168 * HOUR_MS));
});

test("signing in gives a cookie that scripts cannot read, signing out ends it", async ({
  studio,
}) => {
  const { email } = await makeUser(studio.db, { password: PASSWORD });
  const headers = { ...ownPageHeaders(studio.url), "content-type": "application/json" };
  const signedIn = await fetch(`${studio.url}/api/auth/sign-in/email`, {
    method: "POST",
    headers,
    body: JSON.stringify({ email: email.toUpperCase(), password: PASSWORD }),
  });
  expect(signedIn.status).toBe(200);
  expect(await signedIn.json()).toEqual({ user: expect.objectContaining({ email }) });
  const setCookie = signedIn.headers.get("set-cookie") ?? "";
  expect(setCookie).toMatch(/^foundry\.session_token=.+; Path=\/; HttpOnly; SameSite=Lax$/);

  const cookie = setCookie.split(";")[0] ?? "";
  const me = async () => (await fetch(`${studio.url}/api/me`, { headers: { cookie } })).status;
  expect(await me()).toBe(200);
  const signedOut = await fetch(`${studio.url}/api/auth/sign-out`, {
    method: "POST",
    headers: { ...headers, cookie },
  });
  expect(signedOut.status).toBe(204);
  expect(await me()).toBe(401);
});

test("a disabled person cannot sign in", async ({ studio }) => {
  const { id, email } = await makeUser(studio.db, { password: PASSWORD });
  await studio.db.user.update({ where: { id }, data: { disabledAt: new Date() } });
  const send = (password: string) =>
    fetch(`${studio.url}/api/auth/sign-in/email`, {
      method: "POST",
      headers: { ...ownPageHeaders(studio.url), "content-type": "application/json" },
      body: JSON.stringify({ email, password }),
    });
  // Who does not know the password learns nothing of the account.
  expect(await (await send("wrong")).json()).toMatchObject({ reason: "wrong_credentials" });
  const answer = await send(PASSWORD);
  expect(answer.status).toBe(403);
  expect(await answer.json()).toMatchObject({ reason: "account_disabled" });
  expect(await studio.db.session.count({ where: { userId: id } })).toBe(0);
});

test("a token works without cookie and origin, and not after its end", async ({ studio }) => {
  const { userId, cookie } = await signInAs("reviewer", studio);
  const created = await fetch(`${studio.url}/api/tokens`, {
    method: "POST",
    headers: { ...ownPageHeaders(studio.url), cookie, "content-type": "application/json" },
    body: JSON.stringify({ name: "script", expiresInDays: 1 }),
  });
  const { token } = (await created.json()) as { token: string };
  const claim = (authorization: string) =>
    fetch(`${studio.url}/api/review/claim`, {
      method: "POST",
      headers: { authorization, "content-type": "application/json" },
      body: "{}",
    });
  expect((await claim(`Bearer ${token}`)).status).toBe(200);
  expect((await claim(`Bearer ${token}x`)).status).toBe(401);
  await studio.db.apiToken.updateMany({ where: { userId }, data: { expiresAt: new Date() } });
  expect((await claim(`Bearer ${token}`)).status).toBe(401);
});

test("a session of another studio's secret is nobody's", async ({ studio }) => {
  const { id } = await makeUser(studio.db);
  const { name, value } = await makeSessionCookie({ ...studio, secret: "x".repeat(40) }, id);
  const answer = await fetch(`${studio.url}/api/me`, { headers: { cookie: `${name}=${value}` } });
  expect(answer.status).toBe(401);
});

test("behind TLS the cookie is bound to the host and never sent without TLS", async ({
  studio,
}) => {
  const origin = "https://foundry.example.org";
  const web = await startWebServer(studio, { env: { FOUNDRY_URL: origin } });
  const { email } = await makeUser(studio.db, { password: PASSWORD });
  const signedIn = await fetch(`${web.url}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { ...ownPageHeaders(origin), "content-type": "application/json" },
    body: JSON.stringify({ email, password: PASSWORD }),
  });
  const setCookie = signedIn.headers.get("set-cookie") ?? "";
  expect(setCookie).toMatch(/^__Host-foundry\.session_token=/);
  expect(setCookie).toContain("; Secure");
  expect(setCookie).not.toContain("Domain");
  const cookie = setCookie.split(";")[0] ?? "";
  expect((await fetch(`${web.url}/api/me`, { headers: { cookie } })).status).toBe(200);
  const page = await fetch(`${web.url}/setup`);
  expect(page.headers.get("strict-transport-security")).toMatch(/^max-age=\d{8}/);
  await web.stop();
});
