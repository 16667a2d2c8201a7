import { describe, expect } from "vitest";
import { cancelGenerationRun } from "../runs/cancel-generation-run.ts";
import { pauseGenerationRun } from "../runs/pause-generation-run.ts";
import { resumeGenerationRun } from "../runs/resume-generation-run.ts";
import { until } from "../../loops/testing/until.ts";
import { driveTestOn } from "./testing/drive-test.ts";
import { makeRun } from "./testing/make-run.ts";

describe.each(["postgres", "redis"] as const)("a generation run on %s", (backend) => {
  const driveTest = driveTestOn(backend);

  driveTest("turns every prompt into a sample, with its ledger", async ({ db, kit }) => {
    const run = await makeRun(db, { prompts: 6, budgetNanoUsd: 20_000_000_000n });
    await kit.startWorker();
    await kit.untilRunIs(run.id, "done");
    expect(await kit.tally(run.id)).toEqual({ done: 6 });
    const calls = await kit.calls(run.id);
    expect(calls).toHaveLength(6);
    expect(kit.server.requests()).toHaveLength(6);
    for (const call of calls) {
      expect(call).toMatchObject({ state: "settled", outcome: "ok", attempt: 1, httpStatus: 200 });
      expect(call.requestId).not.toBeNull();
    }
    const { spentNanoUsd, reservedNanoUsd, promptVersion } = await kit.readRun(run.id);
    expect(spentNanoUsd).toBe(BigInt(kit.server.bill().billedNanoUsd));
    expect(spentNanoUsd).toBe(calls.reduce((sum, call) => sum + (call.costNanoUsd ?? 0n), 0n));
    expect(reservedNanoUsd).toBe(0n);
    const irs = await db.ir.findMany();
    expect(irs).toHaveLength(6);
    for (const ir of irs) {
      expect(ir).toMatchObject({ origin: "generated", provider: "anthropic", promptVersion });
      expect(ir.isSchemaValid).toBe(true);
    }
    expect(await db.queueItem.count()).toBe(6);
    expect(await db.candidate.count({ where: { isChosen: true } })).toBe(6);
  });

  driveTest("is shared by two workers, who never do the same", async ({ db, kit }) => {
    kit.server.configure({ latencyMs: 20 });
    const run = await makeRun(db, { prompts: 26, maxInFlight: 24 });
    await Promise.all([kit.startWorker(), kit.startWorker()]);
    await kit.untilRunIs(run.id, "done");
    expect(await kit.tally(run.id)).toEqual({ done: 26 });
    expect(kit.server.requests()).toHaveLength(26);
    const prompts = kit.server.requests().map(({ prompt }) => prompt);
    expect(new Set(prompts).size).toBe(26);
    await until(async () => (await kit.countJobs()) === 0);
    const drivers = await db.job.findMany({ where: { name: "generateIrs" } });
    expect(drivers).toHaveLength(3);
    for (const driver of drivers) expect(driver.state).toBe("done");
  });

  driveTest(
    "ends every prompt, whatever goes wrong on the way",
    async ({ db, kit }) => {
      kit.server.configure({ faultRate: 0.3, retryAfterSeconds: 0.1 });
      const run = await makeRun(db, { prompts: 30, maxInFlight: 16, repairTurns: 1 });
      await Promise.all([
        kit.startWorker({ timeoutMs: 3_000 }),
        kit.startWorker({ timeoutMs: 3_000 }),
      ]);
      await kit.untilRunIs(run.id, "done", 60_000);
      const { done = 0, ...failures } = await kit.tally(run.id);
      expect(done).toBeGreaterThan(20);
      for (const failure of Object.keys(failures)) {
        expect([
          "invalid",
          "refused",
          "truncated",
          "timeout",
          "connection",
          "overloaded",
        ]).toContain(failure);
      }
      const calls = await kit.calls(run.id);
      const states = new Set(calls.map(({ state }) => state));
      expect([...states].filter((state) => state !== "settled" && state !== "in_doubt")).toEqual(
        [],
      );
      const inDoubt = calls.filter(({ state }) => state === "in_doubt");
      expect(inDoubt.length).toBeGreaterThan(0);
      expect(calls).toHaveLength(kit.server.requests().length);
      const { deliveredNanoUsd } = kit.server.bill();
      const { spentNanoUsd, reservedNanoUsd } = await kit.readRun(run.id);
      expect(spentNanoUsd).toBe(BigInt(deliveredNanoUsd));
      const held = inDoubt.reduce((sum, call) => sum + (call.reservedNanoUsd ?? 0n), 0n);
      expect(reservedNanoUsd).toBe(held);
    },
    90_000,
  );

  driveTest("stands still when paused and goes on where it stood", async ({ db, kit }) => {
    kit.server.configure({ latencyMs: 200 });
    const run = await makeRun(db, { prompts: 20, maxInFlight: 4 });
    const actor = { userId: run.createdById, role: "admin" as const };
    await kit.startWorker();
    await until(() => kit.server.requests().length >= 6);
    await pauseGenerationRun(db, actor, run.id);
    await until(async () => (await kit.countJobs()) === 0);
    const sentCount = kit.server.requests().length;
    expect(sentCount).toBeLessThan(20);
    const half = await kit.tally(run.id);
    expect(half).toEqual({ done: sentCount, waiting: 20 - sentCount });
    expect(await kit.readRun(run.id)).toMatchObject({
      state: "paused",
      stopReason: "by_person",
      reservedNanoUsd: 0n,
    });
    await resumeGenerationRun(db, actor, run.id);
    await kit.untilRunIs(run.id, "done");
    expect(await kit.tally(run.id)).toEqual({ done: 20 });
    expect(kit.server.requests()).toHaveLength(20);
  });

  driveTest("lets what was sent finish when it is cancelled", async ({ db, kit }) => {
    kit.server.configure({ latencyMs: 300 });
    const run = await makeRun(db, { prompts: 20, maxInFlight: 4 });
    const actor = { userId: run.createdById, role: "admin" as const };
    await kit.startWorker();
    await until(() => kit.server.requests().length >= 3);
    await cancelGenerationRun(db, actor, run.id);
    await until(async () => (await kit.countJobs()) === 0);
    const sentCount = kit.server.requests().length;
    expect(await kit.tally(run.id)).toEqual({ done: sentCount, cancelled: 20 - sentCount });
    const { spentNanoUsd, reservedNanoUsd, state } = await kit.readRun(run.id);
    expect([state, reservedNanoUsd]).toEqual(["cancelled", 0n]);
    expect(spentNanoUsd).toBe(BigInt(kit.server.bill().billedNanoUsd));
  });

  driveTest("is handed on when its worker is asked to stop", async ({ db, kit }) => {
    kit.server.configure({ latencyMs: 400 });
    const run = await makeRun(db, { prompts: 12, maxInFlight: 4 });
    const first = await kit.startWorker();
    await until(() => kit.server.requests().length >= 4);
    await first.stop({ main: 0, llm: 30_000 });
    const sentCount = kit.server.requests().length;
    expect(await kit.tally(run.id)).toEqual({ done: sentCount, waiting: 12 - sentCount });
    await kit.startWorker();
    await kit.untilRunIs(run.id, "done");
    expect(kit.server.requests()).toHaveLength(12);
    const outcomes = (await kit.calls(run.id)).map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome === "ok")).toHaveLength(12);
  });
});
