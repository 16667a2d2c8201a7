import { randomUUID } from "node:crypto";
import { makeUser } from "@foundry/prisma/factories/make-user";
import { describe, expect } from "vitest";
import { finishTask } from "../runners/finish-task.ts";
import { recordTaskEvents } from "../runners/record-task-events.ts";
import type { RunnerEventInput } from "../runners/runner-protocol.schema.ts";
import { takeWork } from "../runners/take-work.ts";
import { type Hold, makeIdentity, runnerTest } from "../runners/testing/runner-test.ts";
import { estimateTrainingRun } from "./estimate-training-run.ts";
import { getTrainingLog } from "./get-training-log.ts";
import { getTrainingMetrics } from "./get-training-metrics.ts";
import { getTrainingRun } from "./get-training-run.ts";
import { listTrainingEvents } from "./list-training-events.ts";
import { listTrainingRuns } from "./list-training-runs.ts";
import { PRESETS } from "./presets.ts";
import { resumeTrainingRun } from "./resume-training-run.ts";
import { startTrainingRun } from "./start-training-run.ts";
import { stopTrainingRun } from "./stop-training-run.ts";

const { config } = PRESETS.smoke;
const at = "2026-11-23T10:00:00.000Z";

const telling = (first: number, events: [type: string, data: Record<string, unknown>][]) =>
  events.map(([type, data], index): RunnerEventInput => ({
    seq: first + index,
    ts: at,
    type,
    data,
  }));
const step = (number: number, loss: number | null): [string, Record<string, unknown>] => [
  "step",
  { step: number, total_steps: 9, loss, lr: 0.001, ...(loss === null && { nonfinite: ["loss"] }) },
];

describe("starting a training", () => {
  runnerTest(
    "twice, by two admins at once, starts one",
    async ({ db, connect, admin, dataset }) => {
      const { actor } = await makeUser(db, { role: "admin" });
      const order = { datasetId: dataset.id, preset: "smoke" as const, config };
      const runs = await Promise.all(
        [admin, actor, admin, actor].map((who) =>
          startTrainingRun(connect({ poolSize: 2 }), who, { ...order, requestKey: randomUUID() }),
        ),
      );
      expect(new Set(runs.map(({ id }) => id)).size).toBe(1);
      expect(await db.runnerTask.count()).toBe(1);
      expect(await db.auditEvent.count({ where: { action: "training_run.started" } })).toBe(1);
      const other = { ...config, seed: 7 };
      const second = await startTrainingRun(db, admin, {
        ...order,
        config: other,
        requestKey: randomUUID(),
      });
      const { rows } = await listTrainingRuns(db, admin, { limit: 1 });
      expect(rows.map(({ id }) => id)).toEqual([second.id]);
    },
  );

  runnerTest(
    "is answered with the same run for the same key, also after it ended",
    async ({ db, storage, admin, dataset, runner, take }) => {
      const order = {
        datasetId: dataset.id,
        preset: "smoke" as const,
        config,
        requestKey: randomUUID(),
      };
      const first = await startTrainingRun(db, admin, order);
      const { taskId, ...held } = await take();
      await finishTask(db, storage, runner, taskId, { ...held, status: "failed" });
      expect((await startTrainingRun(db, admin, order)).id).toBe(first.id);
      await expect(
        startTrainingRun(db, admin, { ...order, config: { ...config, seed: 7 } }),
      ).rejects.toMatchObject({ reason: "key_reused" });
      // A new press after the end is a new run.
      const again = await startTrainingRun(db, admin, { ...order, requestKey: randomUUID() });
      expect(again.id).not.toBe(first.id);
      await expect(resumeTrainingRun(db, admin, first.id)).rejects.toMatchObject({
        reason: "run_under_way",
      });
    },
  );

  runnerTest(
    "needs rows for validation and for three evaluations",
    async ({ db, admin, freeze, dataset }) => {
      const bare = await freeze({ ratios: { train: 100, validation: 0, test: 0 } });
      const order = { preset: "smoke" as const, requestKey: randomUUID() };
      await expect(
        startTrainingRun(db, admin, { ...order, datasetId: bare.id, config }),
      ).rejects.toMatchObject({ code: "invalid_input", reason: "no_validation" });
      const large = { ...config, sft: { ...config.sft, per_device_batch: 64, epochs: 2 } };
      await expect(
        startTrainingRun(db, admin, { ...order, datasetId: dataset.id, config: large }),
      ).rejects.toMatchObject({ code: "invalid_input", reason: "too_few_steps" });
      const estimate = await estimateTrainingRun(db, admin, {
        datasetId: dataset.id,
        config: large,
      });
      expect(estimate).toMatchObject({ steps: null, obstacles: [{ code: "too_few_steps" }] });
      const fine = await estimateTrainingRun(db, admin, { datasetId: dataset.id, config });
      expect(fine.obstacles).toEqual([]);
      expect(fine.trainRows).toBe(dataset.items.train);
      expect(fine.tokensPerRow.longest).toBeGreaterThan(fine.tokensPerRow.mean);
      expect(await db.trainingRun.count()).toBe(0);
    },
  );

  runnerTest("says for what a run waits", async ({ db, admin, start }) => {
    const large = await start({ hardware: { min_vram_gib: 72 } });
    expect(large.waitingFor).toBe("No runner is connected.");
    const { runnerId } = await makeIdentity(db);
    await db.runner.update({ where: { id: runnerId }, data: { lastSeenAt: new Date() } });
    expect((await getTrainingRun(db, admin, large.id)).waitingFor).toContain("GPU memory");
    const small = await start();
    expect(small.waitingFor).toBeNull();
    await takeWork(db, { runnerId });
    expect((await start({ seed: 7 })).waitingFor).toContain("busy");
  });
});

describe("a training that is watched", () => {
  runnerTest(
    "has each step once, of the last attempt that reached it",
    async ({ db, storage, admin, start, runner, take }) => {
      const { id } = await start();
      const send = ({ taskId, ...held }: Hold, events: RunnerEventInput[]) =>
        recordTaskEvents(db, runner, taskId, { ...held, events });
      const first = await take();
      await send(
        first,
        telling(1, [
          ["run.started", {}],
          ["phase", { name: "sft" }],
          step(1, 3),
          step(2, 2),
          ["eval", { step: 2, loss: 2.5, token_acc: 0.5 }],
          step(3, 1.9),
          step(4, 1.8),
          ["heartbeat", { phase: "sft" }],
        ]),
      );
      await finishTask(db, storage, runner, first.taskId, { ...first, status: "lost" });
      const second = await take();
      await send(
        second,
        telling(1, [
          ["run.started", {}],
          step(3, 1.95),
          step(4, null),
          step(5, 1.5),
          ["eval", { step: 4, loss: 2.2, token_acc: 0.6 }],
          ["log", { level: "warning", message: "something odd" }],
        ]),
      );
      const metrics = await getTrainingMetrics(db, admin, id);
      expect(
        metrics.steps.map(({ attempt, step: number, loss }) => [attempt, number, loss]),
      ).toEqual([
        [1, 1, 3],
        [1, 2, 2],
        [2, 3, 1.95],
        [2, 4, null],
        [2, 5, 1.5],
      ]);
      expect(metrics.steps[0]).toMatchObject({ learningRate: 0.001, gradientNorm: null });
      expect(metrics.evaluations).toEqual([
        { attempt: 1, step: 2, loss: 2.5, tokenAccuracy: 0.5 },
        { attempt: 2, step: 4, loss: 2.2, tokenAccuracy: 0.6 },
      ]);
      expect(metrics.attempts).toEqual([
        { attempt: 1, startedAt: at, firstStep: 1 },
        { attempt: 2, startedAt: at, firstStep: 3 },
      ]);
      expect(metrics.totalSteps).toBe(9);

      const log = await getTrainingLog(db, admin, id, { limit: 2 });
      expect(log.events.map(({ attempt, type }) => [attempt, type])).toEqual([
        [2, "run.started"],
        [2, "log"],
      ]);
      const all = await listTrainingEvents(db, admin, id, null);
      expect(all).toHaveLength(14);
      const rest = await listTrainingEvents(db, admin, id, { attempt: 1, seq: 7 });
      expect(rest).toEqual(all.slice(7));
    },
  );

  runnerTest(
    "stands in the database alone: another server goes on with it",
    async ({ db, connect, storage, admin, start, runner, take, hand }) => {
      const { id, taskId } = await start();
      const hold = await take();
      const before = { ...hold, events: telling(1, [step(1, 3), step(2, 2)]) };
      await recordTaskEvents(db, runner, taskId, before);
      await db.$disconnect();
      const restarted = connect();
      expect(await getTrainingRun(restarted, admin, id)).toMatchObject({
        state: "running",
        attempt: 1,
        lastSeq: 2,
      });
      const after = { ...hold, events: telling(3, [step(3, 1)]) };
      expect(await recordTaskEvents(restarted, runner, taskId, after)).toEqual({ lastSeq: 3 });
      await hand(hold, "adapter_peft");
      await finishTask(restarted, storage, runner, taskId, { ...hold, status: "succeeded" });
      const { steps } = await getTrainingMetrics(restarted, admin, id);
      expect(steps.map(({ step: number }) => number)).toEqual([1, 2, 3]);
    },
  );
});

describe("stopping and resuming a training", () => {
  runnerTest(
    "stops at once what no runner has, and asks the runner of the rest",
    async ({ db, storage, admin, start, runner, take, hand }) => {
      const waiting = await start({ seed: 1 });
      expect(await stopTrainingRun(db, admin, waiting.id)).toMatchObject({ state: "cancelled" });
      await expect(stopTrainingRun(db, admin, waiting.id)).rejects.toMatchObject({
        reason: "task_ended",
      });
      for (const [seed, phase] of ["loading_model", "sft", "evaluating"].entries()) {
        const { id } = await start({ seed: 10 + seed });
        const { taskId, ...held } = await take();
        const events = telling(1, [["phase", { name: phase }]]);
        await recordTaskEvents(db, runner, taskId, { ...held, events });
        expect(await stopTrainingRun(db, admin, id)).toMatchObject({ isStopping: true, phase });
        expect(await stopTrainingRun(db, admin, id)).toMatchObject({ isStopping: true });
        const checkpoint = await hand({ taskId, ...held }, "checkpoint");
        await finishTask(db, storage, runner, taskId, { ...held, status: "cancelled" });
        expect(await getTrainingRun(db, admin, id)).toMatchObject({
          state: "cancelled",
          isStopping: false,
          canResume: true,
          hasCheckpoint: true,
        });

        const resumed = await resumeTrainingRun(db, admin, id);
        expect(resumed).toMatchObject({ state: "waiting", error: null, finishedAt: null });
        await expect(resumeTrainingRun(db, admin, id)).rejects.toMatchObject({
          reason: "not_resumable",
        });
        expect(await takeWork(db, runner)).toMatchObject({
          runId: taskId,
          attempt: 2,
          resumeFrom: { artifactId: checkpoint.artifactId },
        });
        const { cancelRequestedAt } = await db.runnerTask.findUniqueOrThrow({
          where: { id: taskId },
        });
        expect(cancelRequestedAt).toBeNull();
      }
    },
  );
});
