import { Queue, Worker } from "bullmq";
import {
  ANSWER_WITHIN_MS,
  type BullMqEngine,
  type EntryData,
  QUEUE_OPTIONS,
  queueName,
  WORKER_OPTIONS,
} from "./bullmq-engine.ts";

/** @param prefix of every key, so that several studios may share one Redis */
export function bullMqOnRedis(redisUrl: string, prefix: string): BullMqEngine {
  const connection = {
    url: redisUrl,
    connectTimeout: ANSWER_WITHIN_MS,
    retryStrategy: (times: number) => Math.min(times * 100, 1_000),
  };
  const release = async () => {};
  return {
    async openQueue(lane) {
      const queue = new Queue<EntryData>(queueName(lane), {
        ...QUEUE_OPTIONS,
        prefix,
        // Fails at once, so that the outbox keeps what could not be sent.
        connection: { ...connection, enableOfflineQueue: false, maxRetriesPerRequest: 1 },
      });
      return { queue, release };
    },
    async openWorker(lane, process, concurrency) {
      const worker = new Worker<EntryData, void>(queueName(lane), process, {
        ...WORKER_OPTIONS,
        concurrency,
        prefix,
        // Waits for as long as it takes.
        connection: { ...connection, maxRetriesPerRequest: null },
      });
      return { worker, release };
    },
  };
}
