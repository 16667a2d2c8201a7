import { makeSample } from "@foundry/prisma/factories/make-sample";
import { makeUser } from "@foundry/prisma/factories/make-user";
import { dbTest } from "@foundry/prisma/testing/db-test";
import { expect } from "vitest";
import { sha256Hex } from "../../database/sha256.ts";
import { createEndpoint } from "../providers/create-endpoint.ts";
import { setSpendLimit } from "../spend/set-spend-limit.ts";
import { acknowledgeTerms } from "../terms/acknowledge-terms.ts";
import { cancelGenerationRun } from "./cancel-generation-run.ts";
import { estimateGeneration } from "./estimate-generation.ts";
import { startGenerationRun } from "./start-generation-run.ts";
import { makeOrder } from "./testing/make-order.ts";
import { makePrompts } from "./testing/make-prompts.ts";
import { openClaude } from "./testing/open-claude.ts";

const CLAUDE = { producer: "anthropic", model: "claude-sonnet-5-5" } as const;

dbTest("orders the prompts that fit, each once, and leaves out the others", async ({ db }) => {
  const { actor } = await makeUser(db, { role: "admin" });
  const prompts = await makePrompts(db, 12);
  const [archived, benchmark, withSample] = prompts;
  await db.prompt.update({ where: { id: archived?.id ?? 0 }, data: { archivedAt: new Date() } });
  await db.benchmarkCase.create({
    data: { promptId: benchmark?.id ?? 0, name: "b", functionName: "b", testCases: "[]" },
  });
  await db.sample.create({ data: { promptId: withSample?.id ?? 0, irSha256: "0".repeat(64) } });
  await db.prompt.create({ data: { text: "By hand.", textSha256: sha256Hex("By hand.") } });
  const expected = prompts.slice(3).map(({ id }) => id);

  const estimate = await estimateGeneration(db, actor, makeOrder());
  expect(estimate).toMatchObject({
    promptCount: 9,
    leftOutCount: 1,
    callCount: 0,
    costUsd: { low: 0, expected: 0, high: 0 },
    basis: "none",
    obstacles: [],
  });
  expect(estimate.byCategory.reduce((sum, { count }) => sum + count, 0)).toBe(9);
  expect(estimate.warnings).toEqual([
    expect.stringMatching(/^1 prompts of the benchmark/),
    expect.stringMatching(/^1 prompts are left out: they were not written from the catalogue/),
  ]);

  const run = await startGenerationRun(db, actor, makeOrder({ model: "ignored", budgetUsd: 3 }));
  expect(run).toMatchObject({
    state: "waiting",
    producer: "blueprint",
    producerTitle: "Blueprints",
    model: null,
    budgetUsd: null,
    itemCount: 9,
    counts: { waiting: 9, running: 0, done: 0, failed: 0, cancelled: 0 },
    createdCount: 0,
  });
  const items = await db.generationItem.findMany({ orderBy: { position: "asc" } });
  expect(items.map(({ promptId }) => promptId)).toEqual(expected);
  expect(items.map(({ position }) => position)).toEqual(expected.map((_, index) => index));
  expect(await db.job.findMany({ select: { name: true, payload: true } })).toEqual([
    { name: "generateIrs", payload: { runId: run.id, driver: 0 } },
  ]);
  expect(await db.auditEvent.count({ where: { action: "generation_run.started" } })).toBe(1);

  // The first run has all of them.
  const again = startGenerationRun(db, actor, makeOrder());
  await expect(again).rejects.toMatchObject({
    code: "conflict",
    reason: "nothing_to_do",
    message: expect.stringContaining("9 are in a run that has not ended"),
  });
  await cancelGenerationRun(db, actor, run.id);
  const { itemCount } = await startGenerationRun(db, actor, makeOrder());
  expect(itemCount).toBe(9);
});

dbTest("each part of the filter holds", async ({ db }) => {
  const { actor } = await makeUser(db, { role: "admin" });
  const prompts = await makePrompts(db, 30);
  const count = async (choice: Parameters<typeof makeOrder>[0] & object) =>
    (await estimateGeneration(db, actor, makeOrder(choice))).promptCount;
  const category = prompts[0]?.category ?? "";
  const own = prompts.filter((prompt) => prompt.category === category).length;
  expect(own).toBeGreaterThan(0);
  expect(await count({ choice: { categories: [category] } })).toBe(own);
  expect(await count({ choice: { categories: ["none such"] } })).toBe(0);
  const easy = await db.prompt.count({ where: { complexity: "easy" } });
  expect(await count({ choice: { complexities: ["easy"] } })).toBe(easy);
  expect(await count({ choice: { limit: 4 } })).toBe(4);
  const ids = prompts.slice(5, 8).map(({ id }) => id);
  expect(await count({ choice: { promptIds: ids } })).toBe(3);
  expect(await count({ choice: { promptRunId: "01900000-0000-7000-8000-000000000000" } })).toBe(0);
  const { promptId } = await makeSample(db);
  expect(await count({ choice: { promptIds: [promptId] } })).toBe(0);
  await openClaude(db, actor);
  expect(await count({ ...CLAUDE, choice: { promptIds: [promptId] } })).toBe(0);
  expect(await count({ ...CLAUDE, choice: { promptIds: [promptId], withoutIr: false } })).toBe(1);
});

dbTest("two starts at the same time share no prompt", async ({ connect }) => {
  const [db, other] = [connect(), connect()];
  const { actor } = await makeUser(db, { role: "admin" });
  await makePrompts(db, 20);
  const starts = [db, other, db, other].map((client) =>
    startGenerationRun(client, actor, makeOrder({ choice: { limit: 10 } })),
  );
  const ends = await Promise.allSettled(starts);
  expect(ends.map(({ status }) => status).toSorted()).toEqual([
    "fulfilled",
    "fulfilled",
    "rejected",
    "rejected",
  ]);
  const items = await db.generationItem.findMany();
  expect(new Set(items.map(({ promptId }) => promptId)).size).toBe(20);
  expect(items).toHaveLength(20);
});

dbTest("says what is in the way, in the order in which it is to be mended", async ({ db }) => {
  const { actor } = await makeUser(db, { role: "admin" });
  await makePrompts(db, 3);
  const order = makeOrder(CLAUDE);
  const obstacles = async (changed = order) =>
    (await estimateGeneration(db, actor, changed)).obstacles.map(({ reason }) => reason);
  const start = (changed = order) => startGenerationRun(db, actor, changed);

  expect(await obstacles()).toEqual(["no_key", "terms_not_acknowledged"]);
  await expect(start()).rejects.toMatchObject({ code: "conflict", reason: "no_key" });
  await db.providerCheck.create({ data: { subject: "anthropic", keySource: "environment" } });
  await expect(start()).rejects.toMatchObject({ reason: "terms_not_acknowledged" });
  expect(await db.generationRun.count()).toBe(0);
  const { anthropic } = await acknowledgeTerms(db, actor);
  expect(anthropic.terms).not.toBeNull();
  expect(await obstacles()).toEqual([]);

  const unknown = makeOrder({ ...CLAUDE, model: "claude-of-tomorrow" });
  expect(await obstacles(unknown)).toEqual([]);
  expect(await estimateGeneration(db, actor, unknown)).toMatchObject({ costUsd: null });
  await expect(start({ ...unknown, budgetUsd: 1 })).rejects.toMatchObject({
    reason: "unknown_price",
  });
  await setSpendLimit(db, actor, { limitUsd: 0.5 });
  await expect(start(unknown)).rejects.toMatchObject({ reason: "unknown_price" });
  expect(await obstacles()).toEqual([]);
  await db.spendLimit.update({
    where: { id: 1 },
    data: { spentNanoUsd: 300_000_000n, reservedNanoUsd: 200_000_000n },
  });
  await expect(start()).rejects.toMatchObject({ reason: "studio_limit" });
  await setSpendLimit(db, actor, { limitUsd: null });
  await db.llmModel.create({
    data: { id: CLAUDE.model, provider: "anthropic", title: "x", lifecycle: "retired" },
  });
  await expect(start()).rejects.toMatchObject({ reason: "model_retired" });
  await db.llmModel.deleteMany();

  const run = await start({ ...order, candidatesPerPrompt: 3, maxInFlight: 17, budgetUsd: 0.1 });
  expect(run).toMatchObject({ producerTitle: "Claude", budgetUsd: 0.1, candidatesPerPrompt: 3 });
  expect(await db.job.count({ where: { name: "generateIrs" } })).toBe(3);
  await expect(start()).rejects.toMatchObject({ reason: "nothing_to_do" });
});

dbTest("refuses an order whose parts do not fit, and names them", async ({ db }) => {
  const { actor } = await makeUser(db, { role: "admin" });
  await makePrompts(db, 2);
  const paths = async (changes: Parameters<typeof makeOrder>[0]) => {
    const error = await estimateGeneration(db, actor, makeOrder(changes)).catch((e: unknown) => e);
    expect(error).toMatchObject({ code: "invalid_input", reason: "bad_order" });
    return (error as { problems: { path: string }[] }).problems.map(({ path }) => path);
  };
  expect(await paths({ producer: "anthropic" })).toEqual(["/model"]);
  expect(await paths({ mode: "batch" })).toEqual(["/mode"]);
  expect(await paths({ producer: "openai_compatible" })).toEqual(["/endpointId"]);
  expect(await paths({ purpose: "variations" })).toEqual(["/purpose", "/variationsPerPrompt"]);
  expect(await paths({ ...CLAUDE, variationsPerPrompt: 2 })).toEqual(["/variationsPerPrompt"]);
  const missing = "01900000-0000-7000-8000-000000000000";
  expect(await paths({ ...CLAUDE, fewShotSetId: missing })).toEqual(["/fewShotSetId"]);
});

dbTest("an endpoint brings its own model and price, and asks for no terms", async ({ db }) => {
  const { actor } = await makeUser(db, { role: "admin" });
  await makePrompts(db, 2);
  const endpoint = {
    name: "Own model",
    baseUrl: "http://127.0.0.1:9/v1",
    model: "qwen",
    key: null,
    inputPrice: 1,
    outputPrice: 2,
    hasSchema: true,
  };
  const { endpoints } = await createEndpoint(db, actor, { endpoint, secret: null });
  const order = makeOrder({
    producer: "openai_compatible",
    endpointId: endpoints[0]?.id ?? null,
    model: "ignored",
    budgetUsd: 1,
  });
  const { obstacles, costUsd } = await estimateGeneration(db, actor, order);
  expect(obstacles).toEqual([]);
  expect(costUsd?.expected).toBeGreaterThan(0);
  const run = await startGenerationRun(db, actor, order);
  expect(run).toMatchObject({ producerTitle: "Own model", model: "qwen", itemCount: 2 });
});
