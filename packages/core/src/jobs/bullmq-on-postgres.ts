import { UnwatchedClient } from "@foundry/prisma/unwatched-client";
import {
  createPostgresBackend,
  DEFAULT_SCHEMA,
  type PgPool,
  runMigrations,
  withBackend,
} from "bullmq";
import pg from "pg";
import {
  ANSWER_WITHIN_MS,
  type BullMqEngine,
  type EntryData,
  QUEUE_OPTIONS,
  queueName,
  WORKER_OPTIONS,
} from "./bullmq-engine.ts";

const { Queue, Worker } = withBackend(createPostgresBackend);

/** In the schema `bullmq` of the product's own database; made and updated by whoever comes first. */
export function bullMqOnPostgres(databaseUrl: string): BullMqEngine {
  /** Ours and not BullMQ's, whose connections end the process when they break at a bad moment. */
  async function openPool(max: number): Promise<pg.Pool> {
    const pool = new pg.Pool({
      Client: UnwatchedClient,
      connectionString: databaseUrl,
      options: `-c search_path=${DEFAULT_SCHEMA}`,
      max,
      connectionTimeoutMillis: ANSWER_WITHIN_MS,
      statement_timeout: 2 * ANSWER_WITHIN_MS,
      keepAlive: true,
      keepAliveInitialDelayMillis: 2 * ANSWER_WITHIN_MS,
    });
    // An idle connection that breaks is replaced on the next use.
    pool.on("error", () => {});
    try {
      const client = await pool.connect();
      try {
        await runMigrations(client, DEFAULT_SCHEMA);
      } finally {
        client.release();
      }
    } catch (error) {
      await pool.end();
      throw error;
    }
    return pool;
  }

  return {
    async openQueue(lane) {
      const pool = await openPool(2);
      const queue = new Queue<EntryData>(queueName(lane), {
        ...QUEUE_OPTIONS,
        connection: asPgPool(pool),
      });
      return { queue, release: () => pool.end() };
    },
    async openWorker(lane, process, concurrency) {
      // One connection listens all the time.
      const pool = await openPool(1 + Math.min(concurrency + 1, 10));
      const worker = new Worker<EntryData, void>(queueName(lane), process, {
        ...WORKER_OPTIONS,
        concurrency,
        connection: asPgPool(pool),
      });
      return { worker, release: () => pool.end() };
    },
  };
}

/** BullMQ accepts any pool of node-postgres; its own type for one misses an overload. */
function asPgPool(pool: pg.Pool): PgPool {
  return pool as unknown as PgPool;
}
