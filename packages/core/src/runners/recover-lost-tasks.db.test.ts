import { describe, expect } from "vitest";
import { logger } from "../logger.ts";
import { getTrainingRun } from "../training/get-training-run.ts";
import { resumeTrainingRun } from "../training/resume-training-run.ts";
import { stopTrainingRun } from "../training/stop-training-run.ts";
import { finishTask } from "./finish-task.ts";
import { heartbeatTask } from "./heartbeat-task.ts";
import { recordTaskEvents } from "./record-task-events.ts";
import { recoverLostTasks } from "./recover-lost-tasks.ts";
import { takeWork } from "./take-work.ts";
import { expireLease, makeIdentity, runnerTest } from "./testing/runner-test.ts";

const silent = logger.child({}, { level: "silent" });
const lost = { code: "conflict", reason: "lease_lost" };

describe("a silent runner", () => {
  runnerTest(
    "that is back before its task was taken from it goes on with the same attempt",
    async ({ db, start, runner, take }) => {
      await start();
      const { taskId, ...held } = await take();
      await recoverLostTasks(db, silent);
      expect(await heartbeatTask(db, runner, taskId, held)).toMatchObject({ cancel: false });
      await expireLease(db, taskId);
      const { leaseExpiresAt } = await heartbeatTask(db, runner, taskId, held);
      await recoverLostTasks(db, silent);
      const task = await db.runnerTask.findUniqueOrThrow({ where: { id: taskId } });
      expect(task).toMatchObject({ state: "running", attempt: 1, lostCount: 0 });
      expect(task.leaseExpiresAt?.toISOString()).toBe(leaseExpiresAt);
    },
  );

  runnerTest(
    "that speaks up at the very moment keeps its task",
    async ({ db, connect, start, take }) => {
      await start();
      const { taskId } = await take();
      await expireLease(db, taskId);
      const failures: unknown[] = [];
      const listening = Object.create(silent, {
        error: { value: (failure: unknown) => failures.push(failure) },
      }) as typeof silent;
      await connect({ poolSize: 1 }).$transaction(async (tx) => {
        await tx.$executeRaw`
          UPDATE runner_task SET lease_expires_at = now() + interval '1 minute'
          WHERE id = ${taskId}::uuid`;
        // Its transaction is still open, so the others see the old lease.
        await recoverLostTasks(db, listening);
      });
      expect(failures).toEqual([]);
      expect(await db.runnerTask.findUniqueOrThrow({ where: { id: taskId } })).toMatchObject({
        state: "running",
        lostCount: 0,
      });
    },
  );

  runnerTest(
    "loses its task to the next one, which goes on from the newest checkpoint",
    async ({ db, connect, storage, start, runner, take, hand }) => {
      await start();
      const { taskId, ...held } = await take();
      await hand({ taskId, ...held }, "checkpoint", "older");
      const checkpoint = await hand({ taskId, ...held }, "checkpoint", "newest");
      await expireLease(db, taskId);
      // Two workers look at once.
      await Promise.all([recoverLostTasks(db, silent), recoverLostTasks(connect(), silent)]);
      const waiting = await db.runnerTask.findUniqueOrThrow({ where: { id: taskId } });
      expect(waiting).toMatchObject({ state: "waiting", lostCount: 1 });

      const other = await makeIdentity(db);
      expect(await takeWork(db, other)).toMatchObject({
        runId: taskId,
        attempt: 2,
        resumeFrom: { artifactId: checkpoint.artifactId, sha256: checkpoint.sha256 },
      });
      // The first one wakes up: nothing that it sends counts any more.
      await expect(heartbeatTask(db, runner, taskId, held)).rejects.toMatchObject(lost);
      const event = { seq: 1, ts: "2026-11-23T10:00:00Z", type: "step", data: {} };
      await expect(
        recordTaskEvents(db, runner, taskId, { ...held, events: [event] }),
      ).rejects.toMatchObject(lost);
      await expect(hand({ taskId, ...held }, "adapter_peft")).rejects.toMatchObject(lost);
      await expect(
        finishTask(db, storage, runner, taskId, { ...held, status: "succeeded" }),
      ).rejects.toMatchObject(lost);
      expect(await db.runnerEvent.count()).toBe(0);
      const now = await db.runnerTask.findUniqueOrThrow({ where: { id: taskId } });
      expect(now).toMatchObject({ state: "running", runnerId: other.runnerId });
    },
  );

  runnerTest(
    "ends a task that was lost three times, until a person resumes it",
    async ({ db, admin, start, take }) => {
      const run = await start();
      for (const attempt of [1, 2, 3]) {
        const { taskId, ...held } = await take();
        expect(held.attempt).toBe(attempt);
        await expireLease(db, taskId);
        await recoverLostTasks(db, silent);
      }
      const failed = await getTrainingRun(db, admin, run.id);
      expect(failed).toMatchObject({ state: "failed", error: { code: "runner_lost" } });
      expect(failed.error?.hint).toContain("resume");
      await resumeTrainingRun(db, admin, run.id);
      expect((await take()).attempt).toBe(4);
    },
  );

  runnerTest(
    "that was to stop has stopped, and so has one that does not obey",
    async ({ db, admin, start, runner, take }) => {
      const silentRun = await start({ seed: 1 });
      const silentHold = await take();
      await stopTrainingRun(db, admin, silentRun.id);
      await expireLease(db, silentHold.taskId);
      await recoverLostTasks(db, silent);
      expect(await getTrainingRun(db, admin, silentRun.id)).toMatchObject({ state: "cancelled" });

      const deafRun = await start({ seed: 2 });
      const { taskId, ...held } = await take();
      await stopTrainingRun(db, admin, deafRun.id);
      await recoverLostTasks(db, silent);
      expect(await getTrainingRun(db, admin, deafRun.id)).toMatchObject({
        state: "running",
        isStopping: true,
      });
      await db.$executeRaw`
        UPDATE runner_task SET cancel_requested_at = now() - interval '121 seconds'
        WHERE id = ${taskId}::uuid`;
      await recoverLostTasks(db, silent);
      expect(await getTrainingRun(db, admin, deafRun.id)).toMatchObject({
        state: "cancelled",
        isStopping: false,
        canResume: true,
      });
      await expect(heartbeatTask(db, runner, taskId, held)).rejects.toMatchObject(lost);
    },
  );
});
