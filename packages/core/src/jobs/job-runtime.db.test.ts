import { Redis } from "ioredis";
import { describe, expect } from "vitest";
import { dbTest } from "@foundry/prisma/testing/db-test";
import { startTemporaryRedis, type TemporaryRedis } from "@foundry/prisma/testing/temporary-redis";
import { inTransaction } from "../database/in-transaction.ts";
import { pause } from "../loops/pause.ts";
import { cancelJob } from "./cancel-job.ts";
import { dispatchOutbox } from "./dispatch-outbox.ts";
import { enqueueJob } from "./enqueue.ts";
import { pingQueueBackend } from "./queue-backend.ts";
import { retryJob } from "./retry-job.ts";
import { type JobKit, makeJobKit } from "./testing/job-kit.ts";
import { testJobs } from "./testing/test-jobs.ts";
import { until } from "../loops/testing/until.ts";

describe.each(["postgres", "redis"] as const)("jobs on %s", (backend) => {
  const jobTest = dbTest.extend<{
    jobs: JobKit;
    /** Jobs whose queue the test may wipe or kill: on Redis it has a server of its own. */
    doomed: JobKit & { redis: TemporaryRedis | null; wipe(): Promise<unknown> };
  }>({
    jobs: async ({ db, connect, databaseUrl, redisUrl }, use) => {
      const kit = await makeJobKit({
        db,
        connect,
        databaseUrl,
        redisUrl: backend === "redis" ? redisUrl : undefined,
      });
      await use(kit);
      await kit.close();
    },
    doomed: async ({ db, connect, databaseUrl }, use) => {
      const redis = backend === "redis" ? await startTemporaryRedis() : null;
      const kit = await makeJobKit({ db, connect, databaseUrl, redisUrl: redis?.url });
      const wipe = () => (redis ? flush(redis.url) : db.$executeRaw`TRUNCATE bullmq.job CASCADE`);
      await use({ ...kit, redis, wipe });
      await kit.close();
      await redis?.stop();
    },
  });

  const keys = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, index) => ({
      key: `${prefix}${String(index).padStart(4, "0")}`,
    }));
  const names = (payloads: { key: string }[]) => payloads.map((payload) => payload.key);

  describe("running", () => {
    jobTest("runs every job once and says so in its row", async ({ db, jobs }) => {
      await jobs.startRuntime();
      const ids = await jobs.enqueue("act", ...keys("a", 20));
      await until(async () => (await jobs.countUnfinished()) === 0);
      expect(await jobs.effects()).toEqual(names(keys("a", 20)));
      const rows = await db.job.findMany({ where: { id: { in: ids } } });
      for (const row of rows) {
        expect(row).toMatchObject({ state: "done", attempt: 1, error: null, leaseExpiresAt: null });
        expect(row.finishedAt).toBeInstanceOf(Date);
      }
    });

    jobTest("tries again after a failure, with a wait", async ({ db, jobs }) => {
      await jobs.startRuntime({ timing: { retryBaseMs: 400, retryLongestMs: 400 } });
      const [id = ""] = await jobs.enqueue("failAtFirst", { key: "a", failures: 2 });
      await until(async () => (await jobs.effects()).length === 1);
      await until(async () => (await jobs.countUnfinished()) === 0);
      expect(await db.job.findUniqueOrThrow({ where: { id } })).toMatchObject({
        state: "done",
        attempt: 3,
        error: null,
      });
      const at = (await jobs.starts()).map((start) => start.at.getTime());
      expect(at).toHaveLength(3);
      expect((at[1] ?? 0) - (at[0] ?? 0)).toBeGreaterThanOrEqual(200);
      expect(await jobs.failures()).toEqual([]);
    });

    jobTest(
      "gives up after the last attempt and tells the failure handler",
      async ({ db, jobs }) => {
        await jobs.startRuntime();
        const [id = ""] = await jobs.enqueue("failAtFirst", { key: "a", failures: 3 });
        await until(async () => (await jobs.failures()).length === 1);
        expect(await db.job.findUniqueOrThrow({ where: { id } })).toMatchObject({
          state: "failed",
          attempt: 3,
          error: "failure 3 of a",
        });
        expect(await jobs.failures()).toEqual([{ key: "a", error: "failure 3 of a" }]);
        expect(await jobs.effects()).toEqual([]);
      },
    );

    jobTest("does not retry a permanent failure or a bad payload", async ({ db, jobs }) => {
      const [permanent = ""] = await jobs.enqueue("failForGood", { key: "a" });
      const [bad = ""] = await jobs.enqueue("failAtFirst", { key: "b", failures: 0 });
      await db.job.update({ where: { id: bad }, data: { payload: { key: 7 } } });
      await jobs.startRuntime();
      await until(async () => (await jobs.countUnfinished()) === 0);
      expect(await db.job.findUniqueOrThrow({ where: { id: permanent } })).toMatchObject({
        state: "failed",
        attempt: 1,
        error: "no use in trying a again",
      });
      const spoilt = await db.job.findUniqueOrThrow({ where: { id: bad } });
      expect(spoilt).toMatchObject({ state: "failed", attempt: 1 });
      expect(spoilt.error).toContain("payload is not valid");
      expect(await jobs.failures()).toEqual([{ key: "a", error: "no use in trying a again" }]);
      expect(await jobs.starts()).toEqual([]);
    });

    jobTest("leaves a job that this build does not know", async ({ db, jobs }) => {
      const [unknown = ""] = await jobs.enqueue("act", { key: "future" });
      await db.job.update({ where: { id: unknown }, data: { name: "jobOfTomorrow" } });
      await jobs.startRuntime();
      await jobs.enqueue("act", { key: "now" });
      await until(async () => (await jobs.effects()).length === 1);
      expect(await db.job.findUniqueOrThrow({ where: { id: unknown } })).toMatchObject({
        state: "ready",
        attempt: 0,
      });
    });

    jobTest("answers a ping", async ({ db, redisUrl }) => {
      await pingQueueBackend(db, backend === "redis" ? redisUrl : undefined);
      await expect(pingQueueBackend(db, "redis://127.0.0.1:1")).rejects.toThrow();
    });
  });

  describe("ordering", () => {
    jobTest("keeps one unfinished job per key", async ({ db, connect, jobs }) => {
      const order = (client = db) =>
        inTransaction(client, (tx) =>
          enqueueJob(tx, testJobs, "act", { key: "a" }, { dedupeKey: "import 1" }),
        );
      const clients = Array.from({ length: 8 }, () => connect({ poolSize: 1 }));
      const ids = new Set(await Promise.all(clients.map((client) => order(client))));
      expect(ids.size).toBe(1);
      await jobs.startRuntime();
      await until(async () => (await jobs.countUnfinished()) === 0);
      expect(await jobs.effects()).toEqual(["a"]);
      expect(ids.has(await order())).toBe(false);
      await until(async () => (await jobs.effects()).length === 2);
    });

    jobTest(
      "runs nothing that was rolled back, nor a payload of the wrong shape",
      async ({ db, jobs }) => {
        await jobs.startRuntime();
        const rolledBack = inTransaction(db, async (tx) => {
          await enqueueJob(tx, testJobs, "act", { key: "never" });
          throw new Error("changed my mind");
        });
        await expect(rolledBack).rejects.toThrow("changed my mind");
        const wrong = { key: 7 } as unknown as { key: string };
        await expect(jobs.enqueue("act", wrong)).rejects.toThrow();
        await jobs.enqueue("act", { key: "after" });
        await until(async () => (await jobs.effects()).length > 0);
        expect(await jobs.effects()).toEqual(["after"]);
        expect(await db.job.count()).toBe(1);
        expect(await db.outboxMessage.count()).toBe(1);
      },
    );

    jobTest("cancels a waiting and a running job", async ({ db, jobs }) => {
      await jobs.startRuntime({ concurrency: 1 });
      const [running = "", waiting = ""] = await jobs.enqueue(
        "waitForGate",
        { key: "a" },
        { key: "b" },
      );
      await until(async () => (await jobs.starts()).length === 1);
      for (const id of [running, waiting]) {
        expect(await inTransaction(db, (tx) => cancelJob(tx, id))).toBe(true);
      }
      await jobs.openGate();
      await jobs.enqueue("act", { key: "c" });
      await until(async () => (await jobs.countUnfinished()) === 0);
      expect(await jobs.effects()).toEqual(["c"]);
      expect(await inTransaction(db, (tx) => cancelJob(tx, running))).toBe(false);
      expect(await db.job.count({ where: { state: "cancelled" } })).toBe(2);
    });

    jobTest("starts a failed job afresh, and only a failed one", async ({ db, jobs }) => {
      await jobs.startRuntime();
      const [id = ""] = await jobs.enqueue("failAtFirst", { key: "a", failures: 3 });
      await until(async () => (await jobs.countUnfinished()) === 0);
      await db.job.update({ where: { id }, data: { payload: { key: "a", failures: 1 } } });
      await inTransaction(db, (tx) => retryJob(tx, id));
      await until(async () => (await jobs.countUnfinished()) === 0);
      expect(await db.job.findUniqueOrThrow({ where: { id } })).toMatchObject({
        state: "done",
        attempt: 2,
      });
      const again = inTransaction(db, (tx) => retryJob(tx, id));
      await expect(again).rejects.toMatchObject({ code: "conflict" });
    });
  });

  describe("faults", () => {
    jobTest(
      "a crash between commit and dispatch, and between dispatch and its note",
      async ({ db, jobs }) => {
        await jobs.enqueue("act", ...keys("a", 10));
        expect(await db.outboxMessage.count({ where: { dispatchedAt: null } })).toBe(10);
        const sender = await jobs.connectQueue().openSender();
        const crashed = dispatchOutbox(
          db,
          () => "main",
          async (entries) => {
            await sender.add(entries);
            throw new Error("crash");
          },
        );
        await expect(crashed).rejects.toThrow("crash");
        expect(await sender.countWaiting("main")).toBe(10);
        expect(await db.outboxMessage.count({ where: { dispatchedAt: null } })).toBe(10);
        await sender.close();
        await jobs.startRuntime();
        await until(async () => (await jobs.countUnfinished()) === 0);
        expect(await jobs.effects()).toEqual(names(keys("a", 10)));
      },
    );

    jobTest(
      "two of everything, and a reconciler that takes every job for lost",
      async ({ db, jobs }) => {
        const timing = { lostAfterMs: 1, reconcileMs: 20, pollMs: 20 };
        await Promise.all([jobs.startRuntime({ timing }), jobs.startRuntime({ timing })]);
        await Promise.all(
          [1, 2, 3, 4].map((part) => jobs.enqueue("act", ...keys(`p${part}-`, 50))),
        );
        await until(async () => (await jobs.countUnfinished()) === 0, 40_000);
        expect(await jobs.effects()).toEqual(
          [1, 2, 3, 4].flatMap((part) => names(keys(`p${part}-`, 50))),
        );
        expect(await db.job.count({ where: { state: "done", attempt: 1 } })).toBe(200);
      },
    );

    jobTest(
      "a killed worker's jobs start elsewhere, by the default times",
      async ({ db, jobs }) => {
        const victim = jobs.spawnWorker("victim", { timing: {}, concurrency: 20 });
        await jobs.enqueue("waitForGate", ...keys("a", 20));
        await until(async () => (await jobs.starts()).length === 20, 40_000);
        jobs.spawnWorker("heir", { timing: {}, concurrency: 21 });
        await jobs.enqueue("waitForGate", { key: "heir is up" });
        await until(async () => (await jobs.starts()).length === 21, 40_000);
        const killedAt = Date.now();
        victim.kill("SIGKILL");
        await until(async () => (await jobs.starts()).length === 41, 30_000);
        const takeOvers = (await jobs.starts())
          .slice(21)
          .map((start) => start.at.getTime() - killedAt);
        report(
          `${backend}: killed worker's 20 jobs started elsewhere after ${Math.min(...takeOvers)} to ${Math.max(...takeOvers)} ms`,
        );
        await jobs.openGate();
        await until(async () => (await jobs.countUnfinished()) === 0);
        expect(await jobs.effects()).toEqual([...names(keys("a", 20)), "heir is up"].sort());
        expect(await db.job.count({ where: { attempt: 2 } })).toBe(20);
      },
      120_000,
    );

    jobTest("a worker that slept through its lease changes nothing", async ({ db, jobs }) => {
      const sleeper = jobs.spawnWorker("sleeper");
      const [id = ""] = await jobs.enqueue("ignoreSignal", { key: "a" });
      await until(async () => (await jobs.starts()).length === 1, 40_000);
      sleeper.kill("SIGSTOP");
      await jobs.startRuntime();
      await until(async () => (await jobs.starts()).length === 2);
      sleeper.kill("SIGCONT");
      // Both handlers run now. The sleeper's is told, and tries to have its effect all the same.
      await jobs.openGate();
      await until(() => sleeper.log().includes("another worker has it"));
      await until(async () => (await jobs.countUnfinished()) === 0);
      expect(await jobs.effects()).toEqual(["a"]);
      expect(await db.job.findUniqueOrThrow({ where: { id } })).toMatchObject({
        state: "done",
        attempt: 2,
      });
    });

    jobTest(
      "a job that kills its worker ends after its attempts, its neighbours do not",
      async ({ db, jobs }) => {
        const [poison = ""] = await jobs.enqueue("killWorker", { key: "poison" });
        await jobs.enqueue("actSlowly", ...keys("a", 3));
        // As a supervisor would, until nothing kills the worker any more.
        let worker = jobs.spawnWorker("worker 1");
        await until(async () => {
          if (worker.hasExited()) worker = jobs.spawnWorker("worker");
          return (await jobs.countUnfinished()) === 0;
        }, 50_000);
        expect(await db.job.findUniqueOrThrow({ where: { id: poison } })).toMatchObject({
          state: "failed",
          attempt: 3,
        });
        expect(await jobs.starts()).toHaveLength(3);
        expect(await jobs.failures()).toHaveLength(1);
        expect(await jobs.effects()).toEqual(names(keys("a", 3)));
      },
      90_000,
    );

    jobTest("a queue wiped with 200 jobs waiting and some running", async ({ doomed }) => {
      await doomed.startRuntime();
      await doomed.enqueue("waitForGate", ...keys("running", 4));
      await until(async () => (await doomed.starts()).length === 4);
      await doomed.enqueueMany("act", keys("waiting", 200));
      const sender = await doomed.connectQueue().openSender();
      await until(async () => (await sender.countWaiting("main")) === 200);
      await doomed.wipe();
      expect(await sender.countWaiting("main")).toBe(0);
      await sender.close();
      await doomed.openGate();
      await until(async () => (await doomed.countUnfinished()) === 0, 40_000);
      expect(await doomed.effects()).toEqual([
        ...names(keys("running", 4)),
        ...names(keys("waiting", 200)),
      ]);
    });

    jobTest("a database that drops every connection again and again", async ({ db, jobs }) => {
      await jobs.startRuntime();
      await jobs.enqueueMany("act", keys("a", 100));
      for (let storm = 0; storm < 10; storm += 1) {
        await pause(200, new AbortController().signal);
        await db.$queryRaw`
          SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = current_database() AND pid <> pg_backend_pid()`;
      }
      await until(async () => (await jobs.countUnfinished()) === 0, 40_000);
      // An effect whose commit was not confirmed happens again: only handlers can make that harmless.
      expect([...new Set(await jobs.effects())]).toEqual(names(keys("a", 100)));
      expect(await db.job.count({ where: { state: "done" } })).toBe(100);
    });

    if (backend === "redis") {
      jobTest(
        "a Redis that is away at the start and dies in the middle",
        async ({ doomed }) => {
          const { port = 0 } = doomed.redis ?? {};
          await doomed.redis?.kill();
          await doomed.startRuntime();
          await doomed.enqueue("act", ...keys("early", 20));
          let redis = await startTemporaryRedis(port);
          const repairedAt = performance.now();
          await until(async () => (await doomed.countUnfinished()) === 0, 40_000);
          report(
            `redis: drained ${Math.round(performance.now() - repairedAt)} ms after Redis came`,
          );
          await doomed.enqueue("waitForGate", ...keys("middle", 4));
          await until(async () => (await doomed.starts()).length === 4);
          await redis.kill();
          await doomed.enqueue("act", ...keys("late", 20));
          await doomed.openGate();
          redis = await startTemporaryRedis(port);
          await until(async () => (await doomed.countUnfinished()) === 0, 40_000);
          expect(await doomed.effects()).toEqual(
            [keys("early", 20), keys("late", 20), keys("middle", 4)].flatMap(names),
          );
          await redis.stop();
        },
        120_000,
      );
    }

    jobTest("a consumer that has gone deaf is replaced", async ({ jobs }) => {
      const real = jobs.connectQueue();
      let openedCount = 0;
      await jobs.startRuntime({
        timing: { watchdogMs: 500 },
        queue: {
          ...real,
          openReceiver(lane, deliver, concurrency) {
            if (lane === "main") openedCount += 1;
            // Like a consumer stuck on a dead connection: open, and never delivering.
            if (lane === "main" && openedCount === 1)
              return Promise.resolve({ drain: async () => {}, close: async () => {} });
            return real.openReceiver(lane, deliver, concurrency);
          },
        },
      });
      await jobs.enqueue("act", ...keys("a", 5));
      await until(async () => (await jobs.countUnfinished()) === 0);
      expect(openedCount).toBe(2);
      expect(await jobs.effects()).toEqual(names(keys("a", 5)));
    });
  });

  describe("stopping", () => {
    jobTest("lets running jobs finish and leaves no connection", async ({ db, jobs }) => {
      const worker = jobs.spawnWorker("worker");
      await jobs.enqueue("waitForGate", ...keys("a", 4));
      await until(async () => (await jobs.starts()).length === 4, 40_000);
      await jobs.enqueue("act", ...keys("left", 3));
      worker.kill("SIGTERM");
      await until(() => worker.log().includes("stopping"));
      const askedAt = performance.now();
      await jobs.openGate();
      await worker.exited;
      report(
        `${backend}: a worker exits ${Math.round(performance.now() - askedAt)} ms after its last job may end`,
      );
      expect(await jobs.effects()).toEqual(names(keys("a", 4)));
      expect(await db.job.count({ where: { state: "ready", attempt: 0 } })).toBe(3);
      const connections = await db.$queryRaw<unknown[]>`
        SELECT application_name FROM pg_stat_activity
        WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()`;
      expect(connections).toEqual([]);
    });

    jobTest(
      "gives unfinished jobs back at once, without counting the attempt",
      async ({ db, jobs }) => {
        const first = await jobs.startRuntime();
        await jobs.enqueue("waitForGate", { key: "a" });
        await jobs.enqueue("ignoreSignal", { key: "b" });
        await until(async () => (await jobs.starts()).length === 2);
        const askedAt = performance.now();
        await first.stop({ main: 100, llm: 100 });
        const tookMs = Math.round(performance.now() - askedAt);
        report(`${backend}: stopping with a handler that does not listen takes ${tookMs} ms`);
        expect(
          await db.job.findMany({ select: { state: true, attempt: true, leaseExpiresAt: true } }),
        ).toEqual(Array(2).fill({ state: "ready", attempt: 0, leaseExpiresAt: null }));
        await jobs.startRuntime();
        await until(async () => (await jobs.starts()).length === 4);
        await jobs.openGate();
        await until(async () => (await jobs.countUnfinished()) === 0);
        expect(await jobs.effects()).toEqual(["a", "b"]);
      },
    );
  });

  jobTest(
    "carries 2,000 jobs from row to row",
    async ({ jobs }) => {
      const count = 2_000;
      await jobs.enqueueMany("doNothing", Array(count).fill({}));
      const startedAt = performance.now();
      await jobs.startRuntime({ concurrency: 8, timing: { lostAfterMs: 10_000 } });
      await until(async () => (await jobs.countUnfinished()) === 0, 50_000);
      const rate = count / ((performance.now() - startedAt) / 1_000);
      report(`${backend}: ${Math.round(rate)} jobs a second`);
      expect(await jobs.failures()).toEqual([]);
    },
    90_000,
  );
});

async function flush(redisUrl: string) {
  const redis = new Redis(redisUrl);
  await redis.flushall();
  redis.disconnect();
}

/** Measured numbers belong in the output of the run, beside the assertions that bound them. */
function report(line: string) {
  process.stdout.write(`${line}\n`);
}
