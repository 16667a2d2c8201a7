import type { DatabaseOrTransaction } from "@foundry/prisma/client";
import { withDeadline } from "../loops/with-deadline.ts";
import type { Logger } from "../logger.ts";
import {
  ANSWER_WITHIN_MS,
  type BullMqEngine,
  type Opened,
  type OpenedQueue,
} from "./bullmq-engine.ts";
import { JOB_LANES, type JobLane } from "./define-job.ts";
import { logSparingly } from "./log-sparingly.ts";
import type { JobQueue, QueueEntry, QueueSender } from "./queue.ts";

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
      const engine = await loadEngine(options);
      const opened = new Map<JobLane, OpenLane>();
      const close = async () => {
        await Promise.all([...opened.values()].map((lane) => lane.close()));
      };
      try {
        for (const lane of JOB_LANES) opened.set(lane, await openLane(engine, lane, logError));
      } catch (error) {
        await close();
        throw error;
      }
      return sendThrough(opened, close);
    },

    async openReceiver(lane, deliver, concurrency) {
      const [engine, { WaitingError }] = await Promise.all([loadEngine(options), import("bullmq")]);
      const { worker, release } = await engine.openWorker(
        lane,
        async (entry, token) => {
          const outcome = await deliver({ name: entry.name, ...entry.data }).catch(
            (error: unknown) => {
              // The entry is lost to the queue, and ordered again from the job's row.
              logError(error);
              throw error;
            },
          );
          if (outcome === "taken") return;
          await entry.moveToWait(token);
          throw new WaitingError();
        },
        concurrency,
      );
      worker.on("error", logError);
      const close = async () => {
        // Waits for the deliveries in progress if draining has begun, so it is not waited for.
        worker.close(true).catch(logError);
        await worker.getBackend().close(true);
        await release();
      };
      await readyOrClosed(worker, close);
      return { drain: () => worker.close(), close };
    },
  };
}

interface OpenLane {
  queue: OpenedQueue;
  close(): Promise<void>;
}

async function openLane(
  engine: BullMqEngine,
  lane: JobLane,
  onError: (error: unknown) => void,
): Promise<OpenLane> {
  const { queue, release } = await engine.openQueue(lane);
  queue.on("error", onError);
  const close = async () => {
    await queue.getBackend().close(true);
    await queue.close();
    await release();
  };
  await readyOrClosed(queue, close);
  return { queue, close };
}

function sendThrough(
  lanes: ReadonlyMap<JobLane, OpenLane>,
  close: () => Promise<void>,
): QueueSender {
  return {
    async add(entries) {
      const adding = [...lanes].flatMap(([lane, { queue }]) => {
        const jobs = entries.filter((entry) => entry.lane === lane).map(toBulkJob);
        return jobs.length === 0 ? [] : [queue.addBulk(jobs)];
      });
      await withDeadline(ANSWER_WITHIN_MS, "adding to the queue", Promise.all(adding));
    },
    async countWaiting(lane) {
      const counting = lanes.get(lane)?.queue.getWaitingCount() ?? Promise.resolve(0);
      return withDeadline(ANSWER_WITHIN_MS, "counting the queue", counting);
    },
    close,
  };
}

function toBulkJob({ queueId, name, jobId, isSuspect, delayMs }: QueueEntry) {
  return {
    name,
    data: { jobId, isSuspect },
    opts: { jobId: queueId, delay: delayMs, removeOnComplete: true, removeOnFail: true },
  };
}

/** Loaded on use: a process that only asks which backend it is does without the library. */
async function loadEngine({ databaseUrl, redisUrl }: BackendAddress): Promise<BullMqEngine> {
  if (redisUrl === undefined) {
    const { bullMqOnPostgres } = await import("./bullmq-on-postgres.ts");
    return bullMqOnPostgres(databaseUrl);
  }
  const { bullMqOnRedis } = await import("./bullmq-on-redis.ts");
  // Two studios may share one Redis; their databases have different names.
  return bullMqOnRedis(redisUrl, `foundry-${new URL(databaseUrl).pathname.slice(1)}`);
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
