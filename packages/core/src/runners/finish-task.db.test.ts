import { describe, expect } from "vitest";
import type { Database } from "@foundry/prisma/client";
import { getTrainingRun } from "../training/get-training-run.ts";
import { stopTrainingRun } from "../training/stop-training-run.ts";
import { finishTask } from "./finish-task.ts";
import { heartbeatTask } from "./heartbeat-task.ts";
import { recordTaskEvents } from "./record-task-events.ts";
import type { FinishTask } from "./runner-protocol.schema.ts";
import { runnerTest } from "./testing/runner-test.ts";

const ERROR = { code: "bad_data", message: "train.jsonl is not what was frozen.", hint: "Retry." };

const readTask = (db: Database, id: string) => db.runnerTask.findUniqueOrThrow({ where: { id } });

describe("the end of a task", () => {
  runnerTest(
    "that succeeded brings the adapter of its last attempt, and no checkpoint stays",
    async ({ db, storage, admin, start, runner, take, hand }) => {
      const run = await start();
      const { taskId, ...held } = await take();
      await hand({ taskId, ...held }, "checkpoint");
      const adapter = await hand({ taskId, ...held }, "adapter_peft");
      const finish: FinishTask = { ...held, status: "succeeded", report: { best_step: 9 } };
      const answer = { state: "succeeded", error: null };
      expect(await finishTask(db, storage, runner, taskId, finish)).toEqual(answer);
      const done = await getTrainingRun(db, admin, run.id);
      expect(done).toMatchObject({
        state: "succeeded",
        adapter: { id: adapter.artifactId, sha256: adapter.sha256 },
        report: { best_step: 9 },
        canResume: false,
        hasCheckpoint: false,
      });
      // The answer was lost: the same again changes nothing.
      expect(await finishTask(db, storage, runner, taskId, finish)).toEqual(answer);
      expect(await getTrainingRun(db, admin, run.id)).toEqual(done);
      await expect(
        recordTaskEvents(db, runner, taskId, { ...held, events: [] }),
      ).rejects.toMatchObject({ reason: "lease_lost" });
    },
  );

  runnerTest(
    "that succeeded without an adapter of its own attempt has failed",
    async ({ db, storage, admin, start, runner, take, hand }) => {
      const run = await start();
      const first = await take();
      await hand(first, "adapter_peft");
      await finishTask(db, storage, runner, first.taskId, { ...first, status: "lost" });
      const { taskId, ...held } = await take();
      expect(held.attempt).toBe(2);
      const answer = await finishTask(db, storage, runner, taskId, {
        ...held,
        status: "succeeded",
      });
      expect(answer).toMatchObject({ state: "failed", error: { code: "no_adapter" } });
      const failed = await getTrainingRun(db, admin, run.id);
      expect(failed).toMatchObject({ state: "failed", adapter: null, canResume: true });
      expect(failed.error?.hint).toContain("Resume");
    },
  );

  runnerTest.for([
    ["failed", { error: ERROR }, ERROR],
    ["failed", {}, { code: "other" }],
    ["budget_exceeded", {}, { code: "budget" }],
  ] as const)(
    "that %s has a named cause",
    async ([status, change, error], { db, storage, admin, start, runner, take }) => {
      const run = await start();
      const { taskId, ...held } = await take();
      await finishTask(db, storage, runner, taskId, { ...held, status, ...change });
      expect(await getTrainingRun(db, admin, run.id)).toMatchObject({ state: "failed", error });
    },
  );

  runnerTest(
    "that was asked for is a stop, whatever word the runner has for it",
    async ({ db, storage, admin, start, runner, take }) => {
      for (const [seed, status] of (["cancelled", "lost"] as const).entries()) {
        const run = await start({ seed });
        const { taskId, ...held } = await take();
        await stopTrainingRun(db, admin, run.id);
        expect(await heartbeatTask(db, runner, taskId, held)).toMatchObject({ cancel: true });
        await finishTask(db, storage, runner, taskId, { ...held, status });
        expect(await readTask(db, taskId)).toMatchObject({ state: "cancelled", lostCount: 0 });
      }
    },
  );

  runnerTest(
    "that nobody asked for hands it out again, three times at most without a checkpoint",
    async ({ db, storage, start, runner, take, hand }) => {
      await start();
      const lose = async () => {
        const { taskId, ...held } = await take();
        const finish: FinishTask = { ...held, status: "lost" };
        const answer = await finishTask(db, storage, runner, taskId, finish);
        expect(await finishTask(db, storage, runner, taskId, finish)).toEqual(answer);
        return answer;
      };
      expect(await lose()).toEqual({ state: "waiting", error: null });
      expect(await lose()).toEqual({ state: "waiting", error: null });
      const third = await take();
      // A runner that is shut down in good order has lost nothing.
      await finishTask(db, storage, runner, third.taskId, { ...third, status: "cancelled" });
      const fourth = await take();
      await hand(fourth, "checkpoint");
      await finishTask(db, storage, runner, fourth.taskId, { ...fourth, status: "lost" });
      expect(await lose()).toMatchObject({ state: "waiting" });
      expect(await lose()).toMatchObject({ state: "failed", error: { code: "runner_lost" } });
    },
  );
});
