import { countWaitingInRedis, wipeRedis } from "@foundry/core/jobs/testing/wipe-redis";
import { until } from "@foundry/core/loops/testing/until";
import { expect } from "vitest";
import { compareWithBill } from "./testing/compare-with-bill.ts";
import { generationTest } from "./testing/generation-test.ts";

const PROMPTS = { seed: "wiped", count: 60 };

generationTest(
  "a run goes on from Postgres when Redis is wiped in the middle and its worker is gone",
  async ({ db, kit, redis }) => {
    await kit.provider.configure({ latencyMs: 300 });
    // One driver at a time: the others wait in Redis, and are lost with it.
    const env = { REDIS_URL: redis.url, GENERATION_CONCURRENCY: "1" };
    const worker = await kit.startWorker(env);
    const { id } = await kit.order(PROMPTS, { maxInFlight: 24 });
    await kit.untilSent(id, 10);
    await until(async () => (await countWaitingInRedis(redis.url)) >= 2);
    await worker.kill();
    await wipeRedis(redis.url);
    expect(await db.job.count({ where: { name: "generateIrs", state: "ready" } })).toBe(2);

    await kit.startWorker(env);
    expect(await kit.untilAtRest(id)).toMatchObject({ state: "done", stopReason: null });
    const { abandonedCount, inDoubtCount } = await compareWithBill(db, kit.provider, id);
    expect(inDoubtCount).toBe(abandonedCount);
    expect(await db.generationItem.count({ where: { state: "done" } })).toBe(PROMPTS.count);
    expect(await db.sample.count()).toBe(PROMPTS.count);
  },
  600_000,
);
