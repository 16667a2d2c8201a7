import type { Database } from "@foundry/prisma/client";
import { makeUser } from "@foundry/prisma/factories/make-user";
import { dbTest } from "@foundry/prisma/testing/db-test";
import { expect } from "vitest";
import type { Actor } from "../../auth/actor.ts";
import { estimateGeneration } from "./estimate-generation.ts";
import { startGenerationRun } from "./start-generation-run.ts";
import { makeCall } from "./testing/make-call.ts";
import { makeOrder } from "./testing/make-order.ts";
import { makePrompts } from "./testing/make-prompts.ts";
import { openClaude } from "./testing/open-claude.ts";

const CLAUDE = { producer: "anthropic", model: "claude-sonnet-5-5" } as const;

async function openStudio(db: Database): Promise<Actor> {
  const { actor } = await makeUser(db, { role: "admin" });
  await makePrompts(db, 30);
  await openClaude(db, actor);
  return actor;
}

dbTest("assumes from lengths where nothing was measured", async ({ db }) => {
  const actor = await openStudio(db);
  const estimate = (changes: object) =>
    estimateGeneration(db, actor, makeOrder({ ...CLAUDE, repairTurns: 0, ...changes }));
  const one = await estimate({});
  expect(one).toMatchObject({ promptCount: 30, callCount: 30, basis: "assumed", basisCount: 0 });
  // 30 replies of 600 tokens at 10 dollars a million are 18 cents, and the questions are more.
  expect(one.outputTokens).toBe(18_000);
  expect(one.costUsd?.expected).toBeGreaterThan(0.18);
  expect(one.costUsd?.expected).toBeLessThan(0.3);
  expect(one.costUsd?.low).toBeLessThan(one.costUsd?.expected ?? 0);
  expect(one.costUsd?.high).toBeGreaterThan(one.costUsd?.expected ?? 0);
  expect(one.warnings).toEqual(["Neither the run nor the studio has a money limit."]);

  const three = await estimate({ candidatesPerPrompt: 3 });
  expect(three.callCount).toBe(90);
  expect(three.outputTokens).toBe(54_000);
  expect((await estimate({ repairTurns: 2 })).callCount).toBe(33);
  const batch = await estimate({ mode: "batch" });
  expect(batch.costUsd?.expected).toBeLessThan((one.costUsd?.expected ?? 0) * 0.9);
  const small = await estimate({ budgetUsd: 0.01 });
  expect(small.warnings).toEqual([expect.stringMatching(/expected to reach its budget/)]);
  const variations = await estimate({ purpose: "variations", variationsPerPrompt: 3 });
  expect(variations).toMatchObject({ callCount: 30, basis: "assumed" });
  expect(variations.outputTokens).toBeLessThan(one.outputTokens ?? 0);
});

dbTest("measures by earlier calls of the same kind, when there are enough", async ({ db }) => {
  const actor = await openStudio(db);
  const order = makeOrder({ ...CLAUDE, choice: { limit: 20 } });
  const { id: runId } = await startGenerationRun(db, actor, order);
  const items = await db.generationItem.findMany({ orderBy: { position: "asc" } });
  const [last, ...others] = items;
  for (const { id: itemId } of others) await makeCall(db, { runId, itemId });
  const next = makeOrder({ ...CLAUDE, repairTurns: 1 });
  expect(await estimateGeneration(db, actor, next)).toMatchObject({ basis: "assumed" });

  const of = { runId, itemId: last?.id ?? "" };
  await makeCall(db, of);
  const plain = await estimateGeneration(db, actor, next);
  // Each: 100 tokens at 2 dollars a million, 1,000 at 0.1, 500 at 10.
  expect(plain).toMatchObject({
    promptCount: 10,
    callCount: 10,
    basis: "measured",
    basisCount: 20,
    inputTokens: 11_000,
    outputTokens: 5_000,
    costUsd: { low: 0.053, expected: 0.053 },
  });
  expect(plain.costUsd?.high).toBeGreaterThan(0.053);

  // Every second one was repaired, at the same price.
  for (const { id: itemId } of items.slice(0, 10))
    await makeCall(db, { runId, itemId }, { turn: 1 });
  const repaired = await estimateGeneration(db, actor, next);
  expect(repaired).toMatchObject({ callCount: 15, basisCount: 30 });
  expect(repaired.costUsd?.expected).toBeCloseTo(0.053 * 1.5, 12);
  expect(repaired.costUsd?.low).toBeGreaterThan(0.053);
  expect(repaired.costUsd?.high).toBeLessThan(0.106);
  const without = await estimateGeneration(db, actor, { ...next, repairTurns: 0 });
  expect(without).toMatchObject({ callCount: 10, costUsd: { low: 0.053, high: 0.053 } });

  const opus = { ...next, model: "claude-opus-5-5" };
  expect(await estimateGeneration(db, actor, opus)).toMatchObject({ basis: "assumed" });
  const batch = { ...next, mode: "batch" } as const;
  expect(await estimateGeneration(db, actor, batch)).toMatchObject({ basis: "assumed" });
});

dbTest("a price that is not known is no cost of zero", async ({ db }) => {
  const actor = await openStudio(db);
  const order = makeOrder({ ...CLAUDE, model: "claude-of-tomorrow" });
  const { costUsd, callCount, warnings, pricedOn } = await estimateGeneration(db, actor, order);
  expect([costUsd, pricedOn]).toEqual([null, null]);
  expect(callCount).toBeGreaterThan(0);
  expect(warnings).toContain(
    "The price of claude-of-tomorrow is not known, so no cost can be told.",
  );
});

dbTest("warns of a model near its end, of old prices and of a key that failed", async ({ db }) => {
  const actor = await openStudio(db);
  await db.llmModel.create({
    data: {
      id: CLAUDE.model,
      provider: "anthropic",
      title: "x",
      prices: [
        {
          upToPromptTokens: null,
          input: 1,
          output: 1,
          cacheWrite5m: 1,
          cacheWrite1h: 1,
          cacheRead: 1,
          batchFactor: 0.5,
        },
      ],
      pricedOn: new Date("2020-02-29"),
      editedById: actor.userId,
      lifecycle: "deprecated",
      retiresAt: new Date("2030-05-01T00:00:00Z"),
    },
  });
  await db.providerCheck.create({
    data: { subject: "anthropic", keySource: "stored", isOk: false, message: "It was refused." },
  });
  const order = makeOrder({ ...CLAUDE, budgetUsd: 100 });
  const { warnings, pricedOn } = await estimateGeneration(db, actor, order);
  expect(pricedOn).toBe("2020-02-29");
  expect(warnings).toEqual([
    "The last try of Claude failed: It was refused.",
    "The prices were looked up on 2020-02-29; check them.",
    "The provider will retire claude-sonnet-5-5 on 2030-05-01.",
  ]);
});
