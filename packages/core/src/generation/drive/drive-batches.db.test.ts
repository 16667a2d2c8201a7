import { expect } from "vitest";
import { until } from "../../loops/testing/until.ts";
import { cancelGenerationRun } from "../runs/cancel-generation-run.ts";
import { driveTestOn } from "./testing/drive-test.ts";
import { makeRun } from "./testing/make-run.ts";

const driveTest = driveTestOn("postgres");
const BATCH = { mode: "batch", prompts: 8 } as const;

driveTest("a batch costs half and is read into the ledger", async ({ db, kit }) => {
  kit.server.configure({ batchMs: 300 });
  const run = await makeRun(db, { ...BATCH, candidatesPerPrompt: 2 });
  await kit.startWorker();
  await kit.untilRunIs(run.id, "done");
  expect(await kit.tally(run.id)).toEqual({ done: 8 });
  expect(await db.llmBatch.findMany()).toMatchObject([{ state: "done", requestCount: 16 }]);
  const calls = await kit.calls(run.id);
  expect(calls).toHaveLength(16);
  for (const call of calls) expect(call).toMatchObject({ state: "settled", outcome: "ok" });
  const { spentNanoUsd, reservedNanoUsd } = await kit.readRun(run.id);
  expect(spentNanoUsd).toBe(BigInt(kit.server.bill().billedNanoUsd));
  expect(reservedNanoUsd).toBe(0n);
  expect(await db.sample.count()).toBe(8);
});

driveTest("what is to be repaired goes into the next batch", async ({ db, kit }) => {
  kit.server.configure({ batchMs: 0, faultRate: 0.5, faults: ["malformed_json"] });
  const run = await makeRun(db, { ...BATCH, repairTurns: 3 });
  await kit.startWorker();
  await kit.untilRunIs(run.id, "done");
  const { done = 0 } = await kit.tally(run.id);
  expect(done).toBeGreaterThanOrEqual(6);
  expect(await db.llmBatch.count({ where: { state: "done" } })).toBeGreaterThanOrEqual(2);
  expect(await db.llmCall.count({ where: { purpose: "repair" } })).toBeGreaterThan(0);
});

driveTest("a batch of a worker that is killed is not handed over again", async ({ db, kit }) => {
  kit.server.configure({ batchMs: null });
  const run = await makeRun(db, BATCH);
  const worker = await kit.spawnWorker();
  await until(async () => (await db.llmBatch.count({ where: { state: "submitted" } })) === 1);
  await worker.kill();
  kit.server.endBatches();
  await kit.startWorker();
  await kit.untilRunIs(run.id, "done");
  expect(await kit.tally(run.id)).toEqual({ done: 8 });
  expect(await db.llmBatch.count()).toBe(1);
  expect(await kit.calls(run.id)).toHaveLength(8);
});

driveTest("a batch whose arrival nobody confirmed is found again", async ({ db, kit }) => {
  kit.server.configure({ batchMs: 0, script: ["reset"] });
  const run = await makeRun(db, BATCH);
  await kit.startWorker();
  await kit.untilRunIs(run.id, "done");
  expect(await kit.tally(run.id)).toEqual({ done: 8 });
  expect(await db.llmBatch.findMany()).toMatchObject([{ state: "done" }]);
  const { spentNanoUsd } = await kit.readRun(run.id);
  expect(spentNanoUsd).toBe(BigInt(kit.server.bill().billedNanoUsd));
});

driveTest(
  "a budget is kept over batches",
  async ({ db, kit }) => {
    kit.server.configure({ batchMs: 0 });
    const budgetNanoUsd = 110_000_000n;
    const run = await makeRun(db, { mode: "batch", prompts: 24, budgetNanoUsd });
    await kit.startWorker();
    await kit.untilRunIs(run.id, "paused", 90_000);
    await until(async () => (await kit.countJobs()) === 0);
    const stopped = await kit.readRun(run.id);
    expect(stopped).toMatchObject({ stopReason: "budget", reservedNanoUsd: 0n });
    expect(stopped.spentNanoUsd).toBeLessThanOrEqual(budgetNanoUsd);
    expect(stopped.spentNanoUsd).toBe(BigInt(kit.server.bill().billedNanoUsd));
    expect(await db.llmBatch.count()).toBeGreaterThan(1);
  },
  120_000,
);

driveTest("a cancelled run calls its batch off", async ({ db, kit }) => {
  kit.server.configure({ batchMs: null });
  const run = await makeRun(db, BATCH);
  await kit.startWorker();
  await until(async () => (await db.llmBatch.count({ where: { state: "submitted" } })) === 1);
  await cancelGenerationRun(db, { userId: run.createdById, role: "admin" }, run.id);
  await until(async () => (await db.llmBatch.count({ where: { state: "done" } })) === 1);
  await until(async () => (await kit.countJobs()) === 0);
  const { state, reservedNanoUsd } = await kit.readRun(run.id);
  expect([state, reservedNanoUsd]).toEqual(["cancelled", 0n]);
  // What the provider had begun is paid, so it is used.
  const { done = 0, cancelled = 0 } = await kit.tally(run.id);
  expect(done + cancelled).toBe(8);
  expect(await db.sample.count()).toBe(done);
  const open = (await kit.calls(run.id)).filter((call) => call.state !== "settled");
  expect(open).toEqual([]);
});
