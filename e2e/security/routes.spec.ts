import { readFileSync } from "node:fs";
import { join } from "node:path";
import { makeRunner } from "@foundry/prisma/factories/make-runner";
import { makeSample } from "@foundry/prisma/factories/make-sample";
import { ROOT } from "../../scripts/studio/settings.ts";
import { ACCESS } from "./access.ts";
import { type Handler, listHandlers, listPages } from "./list-routes.ts";
import { expect, ownPageHeaders, signInAs, test } from "./secured-test.ts";

const SUBREQUEST = "src/proxy:src/proxy:src/proxy:src/proxy:src/proxy";
const CANARY = "canary-prompt-that-no-stranger-may-read";

const pages = listPages();
const handlers = listHandlers();
const protectedPages = pages.filter(({ route }) => !ACCESS.publicPages.includes(route));
const protectedHandlers = handlers.filter(({ name }) => !ACCESS.publicHandlers.includes(name));
const runnerHandlers = handlers.filter(({ name }) => ACCESS.runnerHandlers.includes(name));
const adminHandlers = protectedHandlers.filter(
  ({ name }) => !ACCESS.reviewerHandlers.includes(name) && !ACCESS.runnerHandlers.includes(name),
);
const changingHandlers = handlers.filter(({ method }) => method !== "GET");

/** A body that parses as JSON, so that only the answer about access is left to give. */
function request({ method }: Handler, headers: Record<string, string> = {}): RequestInit {
  const hasBody = method !== "GET";
  return {
    method,
    headers: { ...(hasBody ? { "content-type": "application/json" } : {}), ...headers },
    ...(hasBody ? { body: "{}" } : {}),
    redirect: "manual",
  };
}

test("the lists of public and reviewers' routes name routes that exist", () => {
  const routes = pages.map(({ route }) => route);
  const names = handlers.map(({ name }) => name);
  expect(routes).toEqual(expect.arrayContaining([...ACCESS.publicPages, ...ACCESS.adminPages]));
  expect(names).toEqual(
    expect.arrayContaining([
      ...ACCESS.publicHandlers,
      ...ACCESS.reviewerHandlers,
      ...ACCESS.runnerHandlers,
    ]),
  );
  expect(protectedPages.length).toBeGreaterThan(6);
  expect(adminHandlers.length).toBeGreaterThan(10);
});

test("the server under test has no proxy", async ({ studio, unproxied }) => {
  const [withProxy, without] = await Promise.all(
    [studio.url, unproxied.url].map((url) => fetch(url)),
  );
  expect(withProxy?.headers.get("content-security-policy")).toContain("nonce-");
  expect(without?.headers.get("content-security-policy")).toBeNull();
});

test("no page shows anything to a stranger", async ({ studio, unproxied }) => {
  const { sampleId } = await makeSample(studio.db, { prompt: CANARY });
  for (const { route, path: anyPath, routerState } of protectedPages) {
    const path = route === "/samples/[id]" ? `/samples/${sampleId}` : anyPath;
    const document = await fetch(unproxied.url + path);
    expect.soft(document.status, route).toBe(401);
    const disguises: [string, Record<string, string>][] = [
      [path, { "x-middleware-subrequest": SUBREQUEST }],
      [path, { "x-matched-path": "/setup", "x-nextjs-data": "1" }],
      [path, { rsc: "1" }],
      [`${path}?_rsc=1`, { rsc: "1" }],
      [path, { rsc: "1", "next-router-state-tree": routerState("refetch") }],
      [path, { rsc: "1", "next-router-prefetch": "1" }],
      [path, { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" }],
      [`${path}.rsc`, {}],
      [`${path}/index.rsc`, {}],
      [`${path}.segments/_tree.segment.rsc`, { rsc: "1" }],
    ];
    for (const [disguise, headers] of disguises) {
      const label = `${disguise} ${JSON.stringify(headers)}`;
      const answer = await fetch(unproxied.url + disguise, { headers });
      const text = await answer.text();
      expect.soft(text, label).not.toContain(CANARY);
      expect.soft(isRefused(answer, text), `${label} gave ${answer.status}`).toBe(true);
    }
    // The framework gives a page's title without making the page, so a title must not hold content.
    const titleOnly = { rsc: "1", "next-router-state-tree": routerState("metadata-only") };
    const title = await fetch(unproxied.url + path, { headers: titleOnly });
    expect.soft(await title.text(), route).not.toContain(CANARY);
  }
});

/**
 * A navigation by the client's router begins its answer, with status 200, before the page is made;
 * what it then holds instead of the page is the refusal. A prefetch holds the names of the
 * address's segments and nothing of the page.
 */
function isRefused(answer: Response, text: string): boolean {
  if ([401, 403, 404].includes(answer.status)) return true;
  const isOfRouter = answer.headers.get("content-type")?.startsWith("text/x-component") === true;
  if (!isOfRouter || answer.status !== 200) return false;
  const isTreeOnly = text.length < 600 && !text.includes("$L");
  return isTreeOnly || text.includes("NEXT_HTTP_ERROR_FALLBACK;401");
}

test("a reviewer sees reviewers' pages and no admin's", async ({ studio, unproxied }) => {
  const { cookie } = await signInAs("reviewer", studio);
  for (const { route, path } of protectedPages) {
    const { status } = await fetch(unproxied.url + path, { headers: { cookie } });
    if (ACCESS.adminPages.includes(route)) expect.soft(status, route).toBe(403);
    else expect.soft([200, 404], `${route} gave ${status}`).toContain(status);
  }
  // Shows that the test above can tell a page from a refusal.
  const navigation = await fetch(unproxied.url, { headers: { cookie, rsc: "1" } });
  expect(isRefused(navigation, await navigation.text())).toBe(false);
});

test("no handler serves a stranger", async ({ unproxied: { url } }) => {
  for (const handler of protectedHandlers) {
    const attempts: Record<string, string>[] = [
      ownPageHeaders(url),
      { ...ownPageHeaders(url), "x-middleware-subrequest": SUBREQUEST },
      { ...ownPageHeaders(url), cookie: "foundry.session_token=made-up.c2lnbmF0dXJl" },
      { authorization: "Bearer fnd_made-up" },
      { authorization: "Bearer made-up" },
    ];
    for (const headers of attempts) {
      const answer = await fetch(url + handler.path, request(handler, headers));
      const label = `${handler.name} ${JSON.stringify(headers)}`;
      expect.soft(answer.status, label).toBe(401);
      expect.soft(answer.headers.get("content-type"), label).toBe("application/problem+json");
      expect.soft(answer.headers.get("cache-control"), label).toContain("no-store");
    }
  }
});

test("a reviewer reaches no admin's handler", async ({ studio, unproxied: { url } }) => {
  const { cookie } = await signInAs("reviewer", studio);
  for (const handler of adminHandlers) {
    const headers = { ...ownPageHeaders(url), cookie };
    const answer = await fetch(url + handler.path, request(handler, headers));
    expect.soft(answer.status, handler.name).toBe(403);
  }
});

test("a reviewer reaches every reviewer's handler", async ({ studio, unproxied: { url } }) => {
  const { cookie } = await signInAs("reviewer", studio);
  for (const handler of handlers.filter(({ name }) => ACCESS.reviewerHandlers.includes(name))) {
    const headers = { ...ownPageHeaders(url), cookie };
    const { status } = await fetch(url + handler.path, request(handler, headers));
    expect.soft([200, 201, 204, 404, 409, 422], `${handler.name} gave ${status}`).toContain(status);
  }
});

test("a runner's token opens its own handlers and nothing else, and no person opens those", async ({
  studio,
  unproxied: { url },
}) => {
  const { cookie } = await signInAs("admin", studio);
  const asAdmin = { ...ownPageHeaders(url), cookie };
  const { id, token } = await makeRunner(studio.db);
  const asRunner = { authorization: `Bearer ${token}` };
  const created = await fetch(`${url}/api/tokens`, {
    method: "POST",
    headers: { ...asAdmin, "content-type": "application/json" },
    body: JSON.stringify({ name: "of the test", expiresInDays: null }),
  });
  const { token: apiToken } = (await created.json()) as { token: string };
  for (const handler of runnerHandlers) {
    const { status } = await fetch(url + handler.path, request(handler, asRunner));
    expect.soft([404, 409, 422], `${handler.name} gave ${status}`).toContain(status);
    for (const headers of [asAdmin, { authorization: `Bearer ${apiToken}` }]) {
      const answer = await fetch(url + handler.path, request(handler, headers));
      expect.soft(answer.status, handler.name).toBe(401);
    }
  }
  for (const handler of protectedHandlers.filter((other) => !runnerHandlers.includes(other))) {
    const answer = await fetch(url + handler.path, request(handler, asRunner));
    expect.soft(answer.status, handler.name).toBe(401);
  }
  const revoked = await fetch(`${url}/api/runners/${id}`, { method: "DELETE", headers: asAdmin });
  expect(revoked.status).toBe(204);
  for (const handler of runnerHandlers) {
    const answer = await fetch(url + handler.path, request(handler, asRunner));
    expect.soft(answer.status, handler.name).toBe(401);
  }
});

test("no change is accepted from another site", async ({ studio, unproxied: { url } }) => {
  const { cookie } = await signInAs("admin", studio);
  const good = { ...ownPageHeaders(url), cookie };
  const without = (left: string) =>
    Object.fromEntries(Object.entries(good).filter(([name]) => name !== left));
  const attempts: [string, Record<string, string>][] = [
    ["wrong_origin", { ...good, origin: "https://evil.example" }],
    ["wrong_origin", { ...good, origin: "null" }],
    ["wrong_origin", { ...good, origin: `${url}0` }],
    ["wrong_origin", without("origin")],
    ["cross_site", { ...good, "sec-fetch-site": "cross-site" }],
    ["missing_request_header", without("x-foundry-request")],
  ];
  for (const handler of changingHandlers) {
    for (const [reason, headers] of attempts) {
      const answer = await fetch(url + handler.path, request(handler, headers));
      const label = `${handler.name} ${reason}`;
      expect.soft(answer.status, label).toBe(403);
      expect.soft(await answer.json(), label).toMatchObject({ reason });
    }
  }
});

test("a body must be JSON, of a size, and fit", async ({ studio, unproxied: { url } }) => {
  const { cookie } = await signInAs("admin", studio);
  const headers = { ...ownPageHeaders(url), cookie };
  const { paths } = (await (await fetch(`${url}/api/openapi.json`)).json()) as OpenApi;
  const forPeople = changingHandlers.filter((handler) => !runnerHandlers.includes(handler));
  const withJson = forPeople.filter(({ route, method }) => {
    const operation = paths[route.replaceAll(/\[(\w+)\]/g, "{$1}")]?.[method.toLowerCase()];
    return operation?.requestBody?.content["application/json"] !== undefined;
  });
  expect(withJson.length).toBeGreaterThan(8);
  for (const handler of withJson) {
    const send = (type: string, body: string) =>
      fetch(url + handler.path, {
        method: handler.method,
        headers: { ...headers, "content-type": type },
        body,
      });
    expect.soft((await send("text/plain", "{}")).status, handler.name).toBe(415);
    expect.soft((await send("application/json", "{")).status, handler.name).toBe(422);
    expect.soft((await send("application/json", '{"extra":1}')).status, handler.name).toBe(422);
    expect
      .soft((await send("application/json", " ".repeat(2_100_000))).status, handler.name)
      .toBe(413);
  }
});

interface OpenApi {
  paths: Record<string, Record<string, { requestBody?: { content: Record<string, unknown> } }>>;
}

test("nothing is changed by GET", async ({ studio, unproxied: { url } }) => {
  const { cookie } = await signInAs("admin", studio);
  const readable = new Set(
    handlers.filter(({ method }) => method === "GET").map(({ route }) => route),
  );
  for (const { path, route } of changingHandlers.filter(
    (handler) => !readable.has(handler.route),
  )) {
    expect.soft((await fetch(url + path, { headers: { cookie } })).status, route).toBe(405);
  }
});

test("the app has no server actions, and pages take no posts", async ({ studio }) => {
  const manifest = join(ROOT, "apps/web/.next/server/server-reference-manifest.json");
  expect(JSON.parse(readFileSync(manifest, "utf8"))).toMatchObject({ node: {}, edge: {} });
  for (const { path, route } of pages) {
    const answer = await fetch(studio.url + path, {
      method: "POST",
      headers: { "next-action": "0".repeat(42), "content-type": "text/plain" },
      body: "[]",
    });
    expect.soft(answer.status, route).toBe(405);
  }
});
