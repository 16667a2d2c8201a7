import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createDatabase, type Database } from "@foundry/prisma/client";
import { startEmbeddedPostgres } from "@foundry/prisma/embedded-postgres";
import { migrate } from "@foundry/prisma/migrate";
import { findFreePort } from "@foundry/prisma/temporary-postgres";
import { expect, test } from "vitest";
import { until } from "../loops/testing/until.ts";
import { makeJobKit } from "./testing/job-kit.ts";

test("work goes on in the same process after the database was restarted", async () => {
  const folder = await mkdtemp(join(tmpdir(), "foundry-restart-"));
  await chmod(folder, 0o755);
  const port = await findFreePort();
  const start = () =>
    startEmbeddedPostgres({
      dataDir: join(folder, "data"),
      port,
      password: "temporary",
      logFile: join(folder, "server.log"),
    });
  let server = await start();
  const databaseUrl = server.url();
  await migrate(databaseUrl);
  const clients: Database[] = [];
  const connect = (options: { poolSize: number }) => {
    const client = createDatabase(databaseUrl, options);
    clients.push(client);
    return client;
  };
  const jobs = await makeJobKit({
    db: connect({ poolSize: 2 }),
    connect,
    databaseUrl,
    redisUrl: undefined,
  });
  await jobs.startRuntime();
  await jobs.enqueue("waitForGate", { key: "running" });
  await until(async () => (await jobs.starts()).length === 1);

  await server.stop();
  server = await start();
  const startedAt = performance.now();
  await jobs.enqueue("act", { key: "after" });
  await until(async () => (await jobs.effects()).includes("after"));
  const tookMs = Math.round(performance.now() - startedAt);
  process.stdout.write(`postgres: first job done ${tookMs} ms after the database came back\n`);
  await jobs.openGate();
  await until(async () => (await jobs.countUnfinished()) === 0);
  expect(await jobs.effects()).toEqual(["after", "running"]);

  await jobs.close();
  await Promise.all(clients.map((client) => client.$disconnect()));
  await server.stop();
  await rm(folder, { recursive: true });
}, 120_000);
