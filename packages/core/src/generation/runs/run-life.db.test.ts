import type { Database } from "@foundry/prisma/client";
import { makeUser } from "@foundry/prisma/factories/make-user";
import { expect } from "vitest";
import { driveTestOn } from "../drive/testing/drive-test.ts";
import { getSpendOverview } from "../spend/get-spend-overview.ts";
import { toUsd } from "../spend/to-usd.ts";
import { acknowledgeTerms } from "../terms/acknowledge-terms.ts";
import { countItemFailures } from "./count-item-failures.ts";
import { estimateGeneration } from "./estimate-generation.ts";
import { getGenerationRun } from "./get-generation-run.ts";
import { getItemCandidates } from "./get-item-candidates.ts";
import { getSampleCandidates } from "./get-sample-candidates.ts";
import { listGenerationItems } from "./list-generation-items.ts";
import { retryGenerationItems } from "./retry-generation-items.ts";
import { startGenerationRun } from "./start-generation-run.ts";
import { makeOrder } from "./testing/make-order.ts";
import { makePrompts } from "./testing/make-prompts.ts";

const driveTest = driveTestOn("postgres");

async function openStudio(db: Database, promptCount: number) {
  const { actor } = await makeUser(db, { role: "admin" });
  await makePrompts(db, promptCount);
  await db.providerCheck.create({ data: { subject: "anthropic", keySource: "environment" } });
  await acknowledgeTerms(db, actor);
  return actor;
}

driveTest("what a run is said to cost is what the provider bills", async ({ db, kit }) => {
  const actor = await openStudio(db, 50);
  const order = makeOrder({
    producer: "anthropic",
    model: "claude-sonnet-5-5",
    budgetUsd: 5,
    choice: { limit: 25 },
  });
  const assumed = await estimateGeneration(db, actor, order);
  const { id } = await startGenerationRun(db, actor, order);
  await kit.startWorker();
  await kit.untilRunIs(id, "done");
  const run = await getGenerationRun(db, actor, id);
  const billedUsd = toUsd(BigInt(kit.server.bill().billedNanoUsd));
  expect(run).toMatchObject({
    spentUsd: billedUsd,
    reservedUsd: 0,
    createdCount: 25,
    counts: { waiting: 0, running: 0, done: 25, failed: 0, cancelled: 0 },
  });
  expect(run.promptVersion).not.toBeNull();
  expect(await getSpendOverview(db, actor)).toMatchObject({ spentUsd: billedUsd, reservedUsd: 0 });
  expect(assumed.basis).toBe("assumed");
  expect(assumed.costUsd?.low).toBeLessThan(billedUsd);
  expect(assumed.costUsd?.high).toBeGreaterThan(billedUsd);

  // The other half costs about the same, which is now known far better.
  const measured = await estimateGeneration(db, actor, order);
  expect(measured).toMatchObject({ basis: "measured", promptCount: 25 });
  const second = await startGenerationRun(db, actor, order);
  await kit.untilRunIs(second.id, "done");
  const { spentUsd } = await getGenerationRun(db, actor, second.id);
  expect(spentUsd).toBeCloseTo(toUsd(BigInt(kit.server.bill().billedNanoUsd)) - billedUsd, 9);
  expect(spentUsd / (measured.costUsd?.expected ?? 0)).toBeGreaterThan(0.75);
  expect(spentUsd / (measured.costUsd?.expected ?? 0)).toBeLessThan(1.25);
  const width = (costs: typeof assumed.costUsd) => (costs?.high ?? 0) / (costs?.low ?? 1);
  expect(width(measured.costUsd)).toBeLessThan(width(assumed.costUsd));
});

driveTest("a failed prompt shows its reply, and its retry pays once more", async ({ db, kit }) => {
  const actor = await openStudio(db, 3);
  kit.server.configure({ script: ["wrong_schema", "wrong_schema", "wrong_schema"] });
  const order = makeOrder({
    producer: "anthropic",
    model: "claude-sonnet-5-5",
    repairTurns: 0,
  });
  const { id } = await startGenerationRun(db, actor, order);
  await kit.startWorker();
  await kit.untilRunIs(id, "done");
  const [cause] = await countItemFailures(db, actor, id);
  expect(cause).toMatchObject({ failure: "invalid", count: 3 });
  const before = await getGenerationRun(db, actor, id);
  const { rows } = await listGenerationItems(db, actor, id, { limit: 3 });
  expect(rows.every(({ costUsd, sampleId }) => costUsd !== null && sampleId === null)).toBe(true);
  await getItemCandidates(db, actor, id, rows[0]?.id ?? "");

  await retryGenerationItems(db, actor, id, { itemIds: [rows[1]?.id ?? ""], failure: null });
  await kit.untilRunIs(id, "done");
  const after = await getGenerationRun(db, actor, id);
  expect(after).toMatchObject({ callCount: 4, createdCount: 1, counts: { done: 1, failed: 2 } });
  expect(after.spentUsd).toBeGreaterThan(before.spentUsd);
  expect(after.spentUsd).toBe(toUsd(BigInt(kit.server.bill().billedNanoUsd)));
  const [retried] = (await listGenerationItems(db, actor, id, { limit: 3, state: "done" })).rows;
  expect(retried).toMatchObject({ id: rows[1]?.id, round: 2, callCount: 2 });
  const { candidates } = await getSampleCandidates(db, actor, retried?.sampleId ?? 0);
  expect(candidates[0]).toMatchObject({ isChosen: true, isSchemaValid: true });
});

driveTest("blueprints go from an order to the queue", async ({ db, kit }) => {
  const { actor } = await makeUser(db, { role: "admin" });
  await makePrompts(db, 40);
  const { id } = await startGenerationRun(db, actor, makeOrder());
  await kit.startWorker({ environmentKey: null });
  await kit.untilRunIs(id, "done");
  expect(await getGenerationRun(db, actor, id)).toMatchObject({
    createdCount: 40,
    spentUsd: 0,
    callCount: 0,
  });
  expect(await db.queueItem.count({ where: { state: "pending" } })).toBe(40);
  await expect(startGenerationRun(db, actor, makeOrder())).rejects.toMatchObject({
    reason: "nothing_to_do",
  });
});
