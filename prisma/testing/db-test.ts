import { randomUUID } from "node:crypto";
import pg from "pg";
import { inject, test } from "vitest";
import { createDatabase, type Database } from "../client.ts";
import { TEMPLATE_DATABASE } from "./start-services.ts";

/**
 * A test with its own freshly migrated database.
 *
 * `databaseUrl` is its connection string; `db` a client on it; `connect()` opens further clients,
 * as other processes would, all closed after the test; `redisUrl` is a Redis that tests share, so
 * that each must use its own key prefix.
 */
export const dbTest = test.extend<{
  databaseUrl: string;
  connect: (options?: { poolSize?: number }) => Database;
  db: Database;
  redisUrl: string;
}>({
  databaseUrl: async ({}, use) => {
    const name = `test_${randomUUID().replaceAll("-", "")}`;
    const server = inject("postgresUrl");
    await onServer(server, `CREATE DATABASE ${name} TEMPLATE ${TEMPLATE_DATABASE}`);
    const url = new URL(server);
    url.pathname = `/${name}`;
    await use(url.href);
    await onServer(server, `DROP DATABASE ${name} WITH (FORCE)`);
  },
  connect: async ({ databaseUrl }, use) => {
    const clients: Database[] = [];
    await use((options) => {
      const client = createDatabase(databaseUrl, options);
      clients.push(client);
      return client;
    });
    await Promise.all(clients.map((client) => client.$disconnect()));
  },
  db: async ({ connect }, use) => use(connect()),
  redisUrl: async ({}, use) => use(inject("redisUrl")),
});

async function onServer(connectionString: string, sql: string) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
