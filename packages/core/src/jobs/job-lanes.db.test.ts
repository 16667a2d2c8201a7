import { dbTest } from "@foundry/prisma/testing/db-test";
import { startTemporaryRedis } from "@foundry/prisma/testing/temporary-redis";
import { Redis } from "ioredis";
import { describe, expect } from "vitest";
import { until } from "../loops/testing/until.ts";
import { type JobKit, makeJobKit } from "./testing/job-kit.ts";

describe.each(["postgres", "redis"] as const)("lanes on %s", (backend) => {
  const jobTest = dbTest.extend<{ jobs: JobKit & { wipe(): Promise<unknown> } }>({
    jobs: async ({ db, connect, databaseUrl }, use) => {
      const redis = backend === "redis" ? await startTemporaryRedis() : null;
      const kit = await makeJobKit({ db, connect, databaseUrl, redisUrl: redis?.url });
      const wipe = () => (redis ? flush(redis.url) : db.$executeRaw`TRUNCATE bullmq.job CASCADE`);
      await use({ ...kit, wipe });
      await kit.close();
      await redis?.stop();
    },
  });

  const keys = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, index) => ({ key: `${prefix}${index}` }));
  const names = (payloads: { key: string }[]) => payloads.map((payload) => payload.key);

  jobTest("work of one lane does not keep the other's waiting", async ({ db, jobs }) => {
    await jobs.startRuntime({ concurrency: 2, llmConcurrency: 2 });
    await jobs.enqueue("waitInLane", ...keys("long", 5));
    await until(async () => (await jobs.starts()).length === 2);
    await jobs.enqueue("act", ...keys("short", 10));
    await until(async () => (await jobs.effects()).length === 10);
    expect(await jobs.effects()).toEqual(names(keys("short", 10)));
    expect(await jobs.starts()).toHaveLength(2);
    await jobs.openGate();
    await until(async () => (await jobs.countUnfinished()) === 0);
    expect(await db.job.count({ where: { state: "done", attempt: 1 } })).toBe(15);
  });

  jobTest("jobs of a lane that the queue has lost run all the same", async ({ jobs }) => {
    await jobs.startRuntime({ llmConcurrency: 1 });
    await jobs.enqueue("waitInLane", ...keys("lane", 3));
    await until(async () => (await jobs.starts()).length === 1);
    await jobs.wipe();
    await jobs.openGate();
    await until(async () => (await jobs.countUnfinished()) === 0, 40_000);
    expect(await jobs.effects()).toEqual(names(keys("lane", 3)));
  });

  jobTest("tells handlers at once, and each lane has its own time", async ({ db, jobs }) => {
    const runtime = await jobs.startRuntime();
    await jobs.enqueue("endWhenStopping", { key: "heard" });
    await jobs.enqueue("waitForGate", { key: "cut off" });
    await until(async () => (await jobs.starts()).length === 2);
    await runtime.stop({ main: 0, llm: 30_000 });
    const jobsByName = await db.job.findMany({ orderBy: { name: "asc" } });
    expect(jobsByName.map(({ name, state }) => [name, state])).toEqual([
      ["endWhenStopping", "done"],
      ["waitForGate", "ready"],
    ]);
    expect(await jobs.effects()).toEqual(["heard"]);
  });
});

async function flush(redisUrl: string) {
  const redis = new Redis(redisUrl);
  await redis.flushall();
  redis.disconnect();
}
