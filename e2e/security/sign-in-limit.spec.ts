import { makeUser } from "@foundry/prisma/factories/make-user";
import { expect, ownPageHeaders, test } from "./secured-test.ts";

test.afterEach(({ studio }) => studio.db.rateLimitWindow.deleteMany());

test("of a hundred wrong passwords at once, five are looked at", async ({ studio }) => {
  const { email } = await makeUser(studio.db, { password: "a long enough pass phrase" });
  const statuses = await attempt(
    studio.url,
    Array.from({ length: 100 }, () => ({ email })),
  );
  expect(statuses.filter((status) => status === 401).length).toBe(5);
  expect(statuses.filter((status) => status === 429).length).toBe(95);
});

test("no header makes one client look like many", async ({ studio }) => {
  const attempts = Array.from({ length: 60 }, (_, index) => ({
    email: `nobody-${index}@example.org`,
    headers: { "x-forwarded-for": `203.0.113.${index}`, "x-foundry-address": `203.0.113.${index}` },
  }));
  const statuses = await attempt(studio.url, attempts);
  expect(statuses.filter((status) => status === 401).length).toBe(30);
});

function attempt(url: string, attempts: { email: string; headers?: Record<string, string> }[]) {
  return Promise.all(
    attempts.map(async ({ email, headers }) => {
      const answer = await fetch(`${url}/api/auth/sign-in/email`, {
        method: "POST",
        headers: { ...ownPageHeaders(url), "content-type": "application/json", ...headers },
        body: JSON.stringify({ email, password: "wrong" }),
      });
      return answer.status;
    }),
  );
}
