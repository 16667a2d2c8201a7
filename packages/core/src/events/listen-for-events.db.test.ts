import { expect } from "vitest";
import { dbTest } from "@foundry/prisma/testing/db-test";
import { inTransaction } from "../database/in-transaction.ts";
import { until } from "../loops/testing/until.ts";
import { logger } from "../logger.ts";
import { listenForEvents } from "./listen-for-events.ts";
import { type FoundryEvent, publishEvent } from "./publish-event.ts";

const silent = logger.child({}, { level: "silent" });

dbTest(
  "delivers what was committed, to every subscriber, and nothing else",
  async ({ db, databaseUrl }) => {
    const hub = await listenForEvents(databaseUrl, silent);
    const first: FoundryEvent[] = [];
    const second: FoundryEvent[] = [];
    hub.subscribe(() => {
      throw new Error("a subscriber that fails must not cost the others their events");
    });
    hub.subscribe((event) => first.push(event));
    const unsubscribe = hub.subscribe((event) => second.push(event));

    const rolledBack = inTransaction(db, async (tx) => {
      await publishEvent(tx, { topic: "import", id: "rolled back" });
      throw new Error("no");
    });
    await expect(rolledBack).rejects.toThrow("no");
    await db.$executeRaw`SELECT pg_notify('foundry_events', 'not from us')`;
    await publishEvent(db, { topic: "import", id: "1" });
    await until(() => first.length === 1);
    unsubscribe();
    await publishEvent(db, { topic: "queue", id: "2" });
    await until(() => first.length === 2);
    expect(first).toEqual([
      { topic: "import", id: "1" },
      { topic: "queue", id: "2" },
    ]);
    expect(second).toHaveLength(1);
    await hub.close();
  },
);

dbTest("connects again and says that events may have been missed", async ({ db, databaseUrl }) => {
  const hub = await listenForEvents(databaseUrl, silent);
  const events: FoundryEvent[] = [];
  let reconnectCount = 0;
  hub.subscribe((event) => events.push(event));
  hub.onReconnect(() => (reconnectCount += 1));
  for (const round of [1, 2]) {
    await db.$queryRaw`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = 'foundry-events'`;
    await until(() => reconnectCount === round);
    await publishEvent(db, { topic: "import", id: String(round) });
    await until(() => events.length === round);
  }
  await hub.close();
  expect(await countListeners(db)).toBe(0);
});

dbTest("starts without a database, and closes without one", async () => {
  const hub = await listenForEvents("postgresql://nobody:nothing@127.0.0.1:1/none", silent);
  await hub.close();
});

async function countListeners(db: Parameters<typeof publishEvent>[0]) {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = 'foundry-events'`;
  return rows.length;
}
