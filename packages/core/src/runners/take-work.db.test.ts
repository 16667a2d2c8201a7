import { text } from "node:stream/consumers";
import { describe, expect } from "vitest";
import { sha256Hex } from "../database/sha256.ts";
import { listenForEvents } from "../events/listen-for-events.ts";
import { logger } from "../logger.ts";
import { PRESETS } from "../training/presets.ts";
import { listRunners } from "./list-runners.ts";
import { openTaskFile } from "./open-task-file.ts";
import { takeWork } from "./take-work.ts";
import { makeIdentity, runnerTest } from "./testing/runner-test.ts";
import { waitForWork } from "./wait-for-work.ts";

const silent = logger.child({}, { level: "silent" });
const never = new AbortController().signal;

describe("taking work", () => {
  runnerTest(
    "gives the config as text and the files by hash, and each can be downloaded",
    async ({ db, storage, admin, dataset, start, runner }) => {
      const run = await start();
      expect(await takeWork(db, await makeIdentity(db))).not.toBeNull();
      expect(await takeWork(db, runner)).toBeNull();
      await db.runnerTask.update({ where: { id: run.taskId }, data: { state: "waiting" } });

      const work = await takeWork(db, runner);
      if (work === null) throw new Error("no work");
      expect(work).toMatchObject({ kind: "train", runId: run.taskId, attempt: 2, models: [] });
      expect(sha256Hex(work.config)).toBe(work.configSha256);
      expect(JSON.parse(work.config)).toEqual(PRESETS.smoke.config);
      expect(work.files.map(({ name }) => name)).toEqual(["train.jsonl", "validation.jsonl"]);
      for (const { name, sha256, byteCount, url } of work.files) {
        expect(url).toBe(`/api/runner/files/${run.taskId}/${name}`);
        const file = await openTaskFile(db, storage, runner, { taskId: run.taskId, name });
        const content = await text(file.content);
        expect(sha256Hex(content)).toBe(sha256);
        expect(Buffer.byteLength(content)).toBe(byteCount);
        expect(dataset.files).toContainEqual(expect.objectContaining({ name, sha256 }));
      }
      const { runners } = await listRunners(db, admin);
      expect(runners.find(({ id }) => id === runner.runnerId)?.task).toEqual({
        kind: "train",
        trainingRunId: run.id,
        evaluationId: null,
        number: run.number,
      });
    },
  );

  runnerTest(
    "opens no file but those of the own task",
    async ({ db, storage, start, runner, take }) => {
      const mine = await start();
      const { taskId } = await take();
      expect(taskId).toBe(mine.taskId);
      const other = await makeIdentity(db);
      const names = ["test.jsonl", "pairs.jsonl", "adapter.tar", "../train.jsonl", "checkpoint-1"];
      for (const name of names) {
        await expect(openTaskFile(db, storage, runner, { taskId, name })).rejects.toMatchObject({
          code: "not_found",
        });
      }
      const train = { taskId, name: "train.jsonl" };
      await expect(openTaskFile(db, storage, other, train)).rejects.toMatchObject({
        code: "not_found",
      });
      await db.runnerTask.update({ where: { id: taskId }, data: { state: "succeeded" } });
      await expect(openTaskFile(db, storage, runner, train)).rejects.toMatchObject({
        code: "not_found",
      });
    },
  );

  runnerTest("gives each task to one of many runners at once", async ({ db, connect, start }) => {
    for (const seed of [1, 2, 3]) await start({ seed });
    const runners = await Promise.all(Array.from({ length: 8 }, () => makeIdentity(db)));
    const taken = await Promise.all(
      runners.map((runner) => takeWork(connect({ poolSize: 2 }), runner)),
    );
    const got = taken.flatMap((work) => (work === null ? [] : [work.runId]));
    expect(got).toHaveLength(3);
    expect(new Set(got).size).toBe(3);
    const attempts = await db.runnerTask.findMany({ select: { attempt: true } });
    expect(attempts.map(({ attempt }) => attempt)).toEqual([1, 1, 1]);
  });

  runnerTest(
    "leaves a task for a machine with the GPU memory that it asks for",
    async ({ db, start, runner }) => {
      const large = await start({ hardware: { min_vram_gib: 72 } });
      const small = await start({ seed: 7 });
      expect(await takeWork(db, await makeIdentity(db, 24))).toMatchObject({ runId: small.taskId });
      expect(await takeWork(db, runner)).toBeNull();
      expect(await takeWork(db, await makeIdentity(db, 79.6))).toMatchObject({
        runId: large.taskId,
      });
    },
  );

  runnerTest("waits until there is some", async ({ db, databaseUrl, dataset, start, runner }) => {
    expect(dataset.itemCount).toBe(30);
    const hub = await listenForEvents(databaseUrl, silent);
    const waiting = waitForWork(db, hub, runner, { waitSeconds: 25, signal: never });
    const { taskId } = await start();
    expect(await waiting).toMatchObject({ runId: taskId });
    expect(await waitForWork(db, hub, runner, { waitSeconds: 0, signal: never })).toBeNull();
    await hub.close();
  });

  runnerTest(
    "takes nothing for a runner that has gone",
    async ({ db, databaseUrl, start, runner }) => {
      const hub = await listenForEvents(databaseUrl, silent);
      const gone = new AbortController();
      const waiting = waitForWork(db, hub, runner, { waitSeconds: 25, signal: gone.signal });
      gone.abort();
      expect(await waiting).toBeNull();
      const { taskId } = await start();
      const { state } = await db.runnerTask.findUniqueOrThrow({ where: { id: taskId } });
      expect(state).toBe("waiting");
      await hub.close();
    },
  );
});
