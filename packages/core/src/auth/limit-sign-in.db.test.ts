import type { Database } from "@foundry/prisma/client";
import { dbTest } from "@foundry/prisma/testing/db-test";
import { expect } from "vitest";
import { limitSignIn, SIGN_INS_PER_ACCOUNT, SIGN_INS_PER_ADDRESS } from "./limit-sign-in.ts";

const EMAIL = "ada@example.org";

dbTest("of a hundred attempts at once on one account, five are looked at", async ({ connect }) => {
  const clients = Array.from({ length: 10 }, () => connect({ poolSize: 2 }));
  const attempts = Array.from({ length: 100 }, (_, index) =>
    attempt(clients[index % 10], ` ${index % 2 ? "Ada" : "ADA"}@example.org`, `10.0.0.${index}`),
  );
  expect(count(await Promise.all(attempts))).toEqual({
    allowed: SIGN_INS_PER_ACCOUNT,
    refused: 95,
  });
});

dbTest(
  "of a hundred attempts at once from one address, thirty are looked at",
  async ({ connect }) => {
    const clients = Array.from({ length: 10 }, () => connect({ poolSize: 2 }));
    const attempts = Array.from({ length: 100 }, (_, index) =>
      attempt(clients[index % 10], `${index}@example.org`, "2001:db8::7"),
    );
    expect(count(await Promise.all(attempts))).toEqual({
      allowed: SIGN_INS_PER_ADDRESS,
      refused: 70,
    });
  },
);

dbTest("the limit holds across the turn of a window, and ends after a minute", async ({ db }) => {
  const useUp = async () => {
    for (let turn = 0; turn < SIGN_INS_PER_ACCOUNT; turn += 1)
      await limitSignIn(db, { email: EMAIL, ipAddress: null });
  };
  await useUp();
  await age(db, 50);
  await expect(limitSignIn(db, { email: EMAIL, ipAddress: null })).rejects.toMatchObject({
    code: "rate_limited",
    retryAfterSeconds: 70,
  });
  await age(db, 20);
  await useUp();
  expect(await attempt(db, EMAIL, null)).toBe("refused");
});

dbTest("refusals do not keep an account shut, and others are not affected", async ({ db }) => {
  for (let turn = 0; turn < 20; turn += 1) await attempt(db, EMAIL, `10.0.0.${turn}`);
  expect(await attempt(db, "bob@example.org", "10.0.0.1")).toBe("allowed");
  await age(db, 70);
  expect(await attempt(db, EMAIL, null)).toBe("allowed");
});

dbTest(
  "what no longer counts is cleared, and the table holds no address of anybody",
  async ({ db }) => {
    for (let turn = 0; turn < 10; turn += 1)
      await attempt(db, `${turn}@example.org`, `10.0.0.${turn}`);
    await age(db, 80);
    await attempt(db, EMAIL, null);
    const keys = (await db.rateLimitWindow.findMany()).map(({ key }) => key);
    expect(keys.sort()).toEqual([
      expect.stringMatching(/^account:[0-9a-f]{64}$/),
      "address:unknown",
    ]);
  },
);

async function attempt(db: Database | undefined, email: string, ipAddress: string | null) {
  if (!db) throw new Error("no client");
  return limitSignIn(db, { email, ipAddress }).then(
    () => "allowed" as const,
    (error: unknown) => {
      expect(error).toMatchObject({ code: "rate_limited" });
      return "refused" as const;
    },
  );
}

function count(outcomes: ("allowed" | "refused")[]) {
  const allowed = outcomes.filter((outcome) => outcome === "allowed").length;
  return { allowed, refused: outcomes.length - allowed };
}

/** Lets time pass for the counters. */
async function age(db: Database, seconds: number) {
  await db.$executeRaw`UPDATE rate_limit_window
    SET window_start = window_start - make_interval(secs => ${seconds})`;
}
