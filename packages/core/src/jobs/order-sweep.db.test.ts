import { dbTest } from "@foundry/prisma/testing/db-test";
import { expect } from "vitest";
import { inTransaction } from "../database/in-transaction.ts";
import { orderSweep } from "./order-sweep.ts";

dbTest("a sweep is ordered once while it is unfinished", async ({ db }) => {
  const order = () => inTransaction(db, (tx) => orderSweep(tx, "measureRecall", {}));
  const ids = await Promise.all(Array.from({ length: 8 }, order));
  expect(new Set(ids).size).toBe(1);
  await db.job.updateMany({ data: { state: "running" } });
  expect(await order()).toBe(ids[0]);
  await db.job.updateMany({ data: { state: "done" } });
  expect(await order()).not.toBe(ids[0]);
  expect(await db.outboxMessage.count()).toBe(2);
});

dbTest("one that has ended meanwhile is not relied on", async ({ db, connect }) => {
  const first = await inTransaction(db, (tx) => orderSweep(tx, "measureRecall", {}));
  let second: Promise<string> | undefined;
  // As `closeSweep` does it: whoever comes in between must wait, and then order their own.
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT FROM job WHERE id = ${first}::uuid FOR UPDATE`;
    await tx.$executeRaw`UPDATE job SET dedupe_key = NULL WHERE id = ${first}::uuid`;
    second = inTransaction(connect(), (other) => orderSweep(other, "measureRecall", {}));
    await tx.$executeRaw`SELECT pg_sleep(0.3)`;
  });
  expect(await second).not.toBe(first);
});
