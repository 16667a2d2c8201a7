import { makeUser } from "@foundry/prisma/factories/make-user";
import { expect } from "vitest";
import { probeSandbox } from "../../evidence/server/probe-sandbox.ts";
import { sha256Hex } from "../../database/sha256.ts";
import { driveTestOn } from "./testing/drive-test.ts";
import { makeRun } from "./testing/make-run.ts";

const driveTest = driveTestOn("postgres");

driveTest("of several candidates the best becomes the sample", async ({ db, kit }) => {
  const run = await makeRun(db, { prompts: 4, candidatesPerPrompt: 3 });
  await kit.startWorker();
  await kit.untilRunIs(run.id, "done");
  expect(kit.server.requests()).toHaveLength(12);
  const items = await db.generationItem.findMany({
    include: { candidates: true, sample: { include: { irs: true } } },
  });
  for (const { candidates, sample } of items) {
    expect(new Set(candidates.map(({ slot }) => slot))).toEqual(new Set([0, 1, 2]));
    const [chosen, ...others] = candidates.filter(({ isChosen }) => isChosen);
    expect(others).toEqual([]);
    expect(chosen?.score).toBe(Math.max(...candidates.map(({ score }) => score)));
    expect(sample?.irs.map(({ raw }) => raw)).toEqual([chosen?.raw]);
  }
});

driveTest(
  "candidates are run where there is a reference",
  async ({ db, kit }) => {
    const sandbox = await probeSandbox();
    if (!sandbox.isOn) throw new Error(`this test needs a sandbox: ${sandbox.reason}`);
    const blueprints = await makeRun(db, { prompts: 2, producer: "blueprint", model: null });
    await kit.startWorker({}, sandbox);
    await kit.untilRunIs(blueprints.id, "done");
    const run = await makeRun(db, { prompts: 2, candidatesPerPrompt: 2 });
    await kit.untilRunIs(run.id, "done", 60_000);
    const candidates = await db.candidate.findMany({ where: { item: { runId: run.id } } });
    expect(candidates).toHaveLength(4);
    for (const { scoreReasons } of candidates) {
      expect(JSON.stringify(scoreReasons)).toMatch(/the predicates notice \d+ of \d+/);
    }
  },
  90_000,
);

driveTest(
  "a reply that cannot be used is repaired, and all turns are kept",
  async ({ db, kit }) => {
    kit.server.configure({ script: ["malformed_json", "wrong_schema", "none"] });
    const run = await makeRun(db, { prompts: 1, repairTurns: 2 });
    await kit.startWorker();
    await kit.untilRunIs(run.id, "done");
    expect(await kit.calls(run.id)).toMatchObject([
      { purpose: "generate", turn: 0, outcome: "invalid" },
      { purpose: "repair", turn: 1, outcome: "invalid" },
      { purpose: "repair", turn: 2, outcome: "ok" },
    ]);
    expect(await kit.tally(run.id)).toEqual({ done: 1 });
    const last = kit.server.requests().at(-1)?.body as { messages: { role: string }[] };
    expect(last.messages.map(({ role }) => role)).toEqual(
      Array.from({ length: 5 }, (_, index) => (index % 2 === 0 ? "user" : "assistant")),
    );
  },
);

driveTest(
  "a prompt without a usable reply fails by name, and keeps its replies",
  async ({ db, kit }) => {
    kit.server.configure({ script: ["refusal", "truncated", "malformed_json", "none"] });
    const run = await makeRun(db, { prompts: 4, maxInFlight: 1 });
    await kit.startWorker();
    await kit.untilRunIs(run.id, "done");
    expect(await kit.tally(run.id)).toEqual({ refused: 1, truncated: 1, invalid: 1, done: 1 });
    const calls = await kit.calls(run.id);
    for (const { responseRaw, costNanoUsd } of calls) {
      expect(responseRaw).not.toBeNull();
      expect(costNanoUsd).toBeGreaterThan(0n);
    }
    expect(await db.sample.count()).toBe(1);
  },
);

driveTest("blueprints need no provider", async ({ db, kit }) => {
  const run = await makeRun(db, { prompts: 60, producer: "blueprint", model: null });
  const text = "Return the larger of two numbers";
  await db.prompt.create({ data: { text, textSha256: sha256Hex(text) } });
  const typed = await db.prompt.findFirstOrThrow({ where: { text } });
  await db.generationItem.create({ data: { runId: run.id, promptId: typed.id, position: 60 } });
  await kit.startWorker({ environmentKey: null });
  await kit.untilRunIs(run.id, "done");
  expect(await kit.tally(run.id)).toEqual({ done: 60, no_blueprint: 1 });
  expect(kit.server.requests()).toEqual([]);
  expect(await db.ir.count({ where: { origin: "blueprint", provider: "blueprint" } })).toBe(60);
  expect(await db.implementation.count()).toBe(60);
  expect(await db.generationItem.count({ where: { sampleId: null } })).toBe(1);
  expect(await db.candidate.count({ where: { isChosen: true, callId: null } })).toBe(60);
  expect(await db.job.count({ where: { name: "checkIrs" } })).toBe(1);

  const again = await makeRun(db, { prompts: 60, producer: "blueprint", model: null });
  await kit.untilRunIs(again.id, "done");
  expect(await kit.tally(again.id)).toEqual({ done: 60 });
  expect(await db.sample.count()).toBe(60);
});

driveTest("variations become prompts of the same kin", async ({ db, kit }) => {
  const run = await makeRun(db, { prompts: 3, purpose: "variations", variationsPerPrompt: 4 });
  await kit.startWorker();
  await kit.untilRunIs(run.id, "done");
  expect(await kit.tally(run.id)).toEqual({ done: 3 });
  const created = await db.prompt.findMany({
    where: { generationRunId: run.id },
    include: { parent: true },
  });
  const items = await db.generationItem.findMany({ where: { runId: run.id } });
  expect(created.length).toBeGreaterThan(3);
  expect(items.reduce((sum, item) => sum + item.createdCount, 0)).toBe(created.length);
  for (const { parent, category, family } of created) {
    expect(parent?.category).toBe(category);
    expect(family).not.toBeNull();
  }
  expect(await kit.calls(run.id)).toMatchObject(Array(3).fill({ purpose: "vary", outcome: "ok" }));
  expect(await db.sample.count()).toBe(0);
});

driveTest("an endpoint of one's own is asked in the same way", async ({ db, kit }) => {
  const { id: createdById } = await makeUser(db, { role: "admin" });
  const { id: endpointId } = await db.producerEndpoint.create({
    data: { name: "Own", baseUrl: `${kit.server.url}/v1`, model: "local-ir-model", createdById },
  });
  const run = await makeRun(db, {
    prompts: 3,
    producer: "openai_compatible",
    model: "local-ir-model",
    endpointId,
  });
  await kit.startWorker({ environmentKey: null });
  await kit.untilRunIs(run.id, "done");
  expect(await kit.tally(run.id)).toEqual({ done: 3 });
  // Nobody said what it costs, so nothing claims that it was free.
  const unpriced = { provider: "Own", costNanoUsd: null, reservedNanoUsd: null };
  expect(await kit.calls(run.id)).toMatchObject(Array(3).fill(unpriced));
  expect(await db.ir.findMany()).toMatchObject(
    Array(3).fill({ origin: "generated", provider: "Own", model: "local-ir-model" }),
  );
});
