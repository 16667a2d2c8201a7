import { expect, test } from "./test.ts";

test("the studio starts, is healthy and asks a visitor to sign in", async ({
  page,
  problems,
  studio,
}) => {
  const health = await page.request.get("/api/health");
  expect(await health.json()).toMatchObject({ status: "ok", queue: { backend: "postgres" } });

  problems.allow(/status of 401/);
  await studio.db.user.create({ data: { id: "someone", name: "Someone", email: "s@example.org" } });
  const answer = await page.goto("/");
  expect(answer?.status()).toBe(401);
  await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
});

test("a signed-in person is known, and still is after the web server was killed", async ({
  reviewer,
  studio,
}) => {
  const me = await reviewer.page.request.get("/api/me");
  expect(await me.json()).toMatchObject({ email: reviewer.user.email });

  await studio.kill("web");
  await studio.untilHealthy();
  const answer = await reviewer.page.goto("/");
  expect(answer?.status()).toBe(200);
});
