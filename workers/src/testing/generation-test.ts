import { makeWorkerKit, type WorkerKit } from "@foundry/core/generation/testing/worker-kit";
import { dbTest } from "@foundry/prisma/testing/db-test";
import { startTemporaryRedis } from "@foundry/prisma/testing/temporary-redis";

/** A Redis of one test. */
interface OwnRedis {
  url: string;
  /** Kills it and starts an empty one at the same address. */
  restart(): Promise<void>;
}

/** A test with real workers and a stand-in provider, each in a process of its own. */
export const generationTest = dbTest.extend<{ kit: WorkerKit; redis: OwnRedis }>({
  kit: async ({ db, databaseUrl }, use) => {
    const kit = await makeWorkerKit({ db, databaseUrl });
    await use(kit);
    await kit.close();
  },
  // A fixture that needs no other.
  // oxlint-disable-next-line no-empty-pattern
  redis: async ({}, use) => {
    let redis = await startTemporaryRedis();
    await use({
      url: redis.url,
      async restart() {
        await redis.kill();
        redis = await startTemporaryRedis(redis.port);
      },
    });
    await redis.stop();
  },
});
