import type { DatabaseOrTransaction } from "@foundry/prisma/client";
import type { BulkJobOptions, Processor } from "bullmq";
import { withDeadline } from "../loops/with-deadline.ts";
import type { Logger } from "../logger.ts";
import { logSparingly } from "./log-sparingly.ts";
import type { JobQueue } from "./queue.ts";

const QUEUE_NAME = "foundry-jobs";
const POSTGRES_SCHEMA = "bullmq";
const ANSWER_WITHIN_MS = 5_000;

interface BackendAddress {
  databaseUrl: string;
  redisUrl: string | undefined;
}

/** Redis when the installation has one, else the Postgres that is there anyway. */
export function describeQueueBackend(redisUrl: string | undefined): JobQueue["kind"] {
  return redisUrl === undefined ? "postgres" : "redis";
}

/** Rejects when the backend does not answer within two seconds. For health checks. */
export async function pingQueueBackend(
  db: DatabaseOrTransaction,
  redisUrl: string | undefined,
): Promise<void> {
  const answerWithinMs = 2_000;
  if (redisUrl === undefined) {
    await withDeadline(answerWithinMs, "the database's answer", db.$queryRaw`SELECT 1`);
    return;
  }
  const { Redis } = await import("ioredis");
  const redis = new Redis(redisUrl, { lazyConnect: true, retryStrategy: () => null });
  // The failure is reported by the call below.
  redis.on("error", () => {});
  try {
    await withDeadline(answerWithinMs, "Redis's answer", redis.ping());
  } finally {
    redis.disconnect();
  }
}

/**
 * BullMQ on the backend of this installation, as a mere carrier: it never tries a job again (our
 * rows decide that) and keeps no entry that is over.
 */
export function connectQueueBackend(options: BackendAddress & { logger: Logger }): JobQueue {
  const logError = logSparingly(options.logger, "the queue reported a problem");
  return {
    kind: describeQueueBackend(options.redisUrl),

    async openSender() {
      const { openQueue } = await loadBullMq(options);
      const queue = openQueue();
      queue.on("error", logError);
      const close = async () => {
        await queue.getBackend().close(true);
        await queue.close();
      };
      await readyOrClosed(queue, close);
      return {
        async add(entries) {
          const jobs = entries.map(({ queueId, name, jobId, delayMs }) => ({
            name,
            data: { jobId },
            opts: { jobId: queueId, delay: delayMs, removeOnComplete: true, removeOnFail: true },
          }));
          await withDeadline(ANSWER_WITHIN_MS, "adding to the queue", queue.addBulk(jobs));
        },
        countWaiting: () =>
          withDeadline(ANSWER_WITHIN_MS, "counting the queue", queue.getWaitingCount()),
        close,
      };
    },

    async openReceiver(deliver, concurrency) {
      const { openWorker, WaitingError } = await loadBullMq(options);
      const worker = openWorker(async (entry, token) => {
        const outcome = await deliver({ name: entry.name, jobId: entry.data.jobId }).catch(
          (error: unknown) => {
            // The entry is lost to the queue, and ordered again from the job's row.
            logError(error);
            throw error;
          },
        );
        if (outcome === "taken") return;
        await entry.moveToWait(token);
        throw new WaitingError();
      }, concurrency);
      worker.on("error", logError);
      const close = async () => {
        // Waits for the deliveries in progress if draining has begun, so it is not waited for.
        worker.close(true).catch(logError);
        await worker.getBackend().close(true);
      };
      await readyOrClosed(worker, close);
      return { drain: () => worker.close(), close };
    },
  };
}

interface EntryData {
  jobId: string;
}

/** What a queue and a worker of BullMQ have in common for us, on both backends. */
interface Opened {
  on(event: "error", listener: (error: Error) => void): unknown;
  waitUntilReady(): Promise<unknown>;
  getBackend(): { close(force: boolean): Promise<void> };
  close(force?: boolean): Promise<void>;
}

interface OpenedQueue extends Opened {
  addBulk(jobs: { name: string; data: EntryData; opts: BulkJobOptions }[]): Promise<unknown>;
  getWaitingCount(): Promise<number>;
}

/** A connection that fails while it opens never recovers inside BullMQ, so it is thrown away. */
async function readyOrClosed(opened: Opened, close: () => Promise<void>) {
  try {
    await withDeadline(ANSWER_WITHIN_MS, "opening the queue", opened.waitUntilReady());
  } catch (error) {
    await close();
    throw error;
  }
}

/** Loads the library on use: a process that only asks which backend it is does without. */
async function loadBullMq({ databaseUrl, redisUrl }: BackendAddress) {
  const bullmq = await import("bullmq");
  const queueOptions = {
    // Two studios may share one Redis; their databases have different names.
    prefix: `foundry-${new URL(databaseUrl).pathname.slice(1)}`,
    streams: { events: { maxLen: 1_000 } },
  };
  const workerOptions = (concurrency: number) => ({
    prefix: queueOptions.prefix,
    concurrency,
    drainDelay: 2,
    runRetryDelay: 1_000,
    maxStalledCount: 3,
    removeOnComplete: { count: 0 },
    removeOnFail: { count: 0 },
  });
  type Process = Processor<EntryData, void>;

  if (redisUrl === undefined) {
    const { Queue, Worker } = bullmq.withBackend(bullmq.createPostgresBackend);
    const connection = {
      connectionString: databaseUrl,
      schema: POSTGRES_SCHEMA,
      connectionTimeoutMillis: ANSWER_WITHIN_MS,
      statement_timeout: 2 * ANSWER_WITHIN_MS,
      keepAlive: true,
    };
    return {
      WaitingError: bullmq.WaitingError,
      openQueue: (): OpenedQueue =>
        new Queue<EntryData>(QUEUE_NAME, {
          ...queueOptions,
          connection: { ...connection, max: 2, migrate: true },
        }),
      openWorker: (process: Process, concurrency: number): Opened =>
        new Worker<EntryData, void>(QUEUE_NAME, process, {
          ...workerOptions(concurrency),
          connection: { ...connection, max: Math.min(concurrency + 1, 10), migrate: true },
        }),
    };
  }

  const connection = {
    url: redisUrl,
    connectTimeout: ANSWER_WITHIN_MS,
    retryStrategy: (times: number) => Math.min(times * 100, 1_000),
  };
  return {
    WaitingError: bullmq.WaitingError,
    // A sender fails at once, so that the outbox keeps what could not be sent.
    openQueue: (): OpenedQueue =>
      new bullmq.Queue<EntryData>(QUEUE_NAME, {
        ...queueOptions,
        connection: { ...connection, enableOfflineQueue: false, maxRetriesPerRequest: 1 },
      }),
    // A receiver waits for as long as it takes.
    openWorker: (process: Process, concurrency: number): Opened =>
      new bullmq.Worker<EntryData, void>(QUEUE_NAME, process, {
        ...workerOptions(concurrency),
        connection: { ...connection, maxRetriesPerRequest: null },
      }),
  };
}
