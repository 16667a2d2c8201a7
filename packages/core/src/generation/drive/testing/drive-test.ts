import { dbTest } from "@foundry/prisma/testing/db-test";
import { type DriveKit, makeDriveKit } from "./drive-kit.ts";

/** A test with a database, a stand-in provider and workers, on one kind of queue. */
export function driveTestOn(backend: "postgres" | "redis") {
  return dbTest.extend<{ kit: DriveKit }>({
    kit: async ({ db, connect, databaseUrl, redisUrl }, use) => {
      const url = backend === "redis" ? redisUrl : undefined;
      const kit = await makeDriveKit({ db, connect, databaseUrl, redisUrl: url });
      await use(kit);
      await kit.close();
    },
  });
}
