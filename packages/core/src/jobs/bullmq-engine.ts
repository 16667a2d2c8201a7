import type { BulkJobOptions, Processor } from "bullmq";
import type { JobLane } from "./define-job.ts";

const QUEUE_NAME = "foundry-jobs";
export const ANSWER_WITHIN_MS = 5_000;

/** The queue of a lane. The first one had no lane in its name when there was no other. */
export function queueName(lane: JobLane): string {
  return lane === "main" ? QUEUE_NAME : `${QUEUE_NAME}-${lane}`;
}

/** All that an entry of the queue holds. */
export interface EntryData {
  jobId: string;
  isSuspect: boolean;
}

export type ProcessEntry = Processor<EntryData, void>;

/** What a queue and a worker of BullMQ have in common for us, whatever they run on. */
export interface Opened {
  on(event: "error", listener: (error: Error) => void): unknown;
  waitUntilReady(): Promise<unknown>;
  getBackend(): { close(force: boolean): Promise<void> };
  close(force?: boolean): Promise<void>;
}

export interface OpenedQueue extends Opened {
  addBulk(jobs: { name: string; data: EntryData; opts: BulkJobOptions }[]): Promise<unknown>;
  getWaitingCount(): Promise<number>;
}

/** BullMQ on one kind of backend. `release` closes what BullMQ itself leaves open. */
export interface BullMqEngine {
  openQueue(lane: JobLane): Promise<{ queue: OpenedQueue; release(): Promise<void> }>;
  openWorker(
    lane: JobLane,
    process: ProcessEntry,
    concurrency: number,
  ): Promise<{ worker: Opened; release(): Promise<void> }>;
}

/** BullMQ keeps events for listeners that we do not have. */
export const QUEUE_OPTIONS = { streams: { events: { maxLen: 1_000 } } };

/** BullMQ's own locks only clean up behind dead workers; whose a job is, our rows say. */
export const WORKER_OPTIONS = {
  drainDelay: 2,
  runRetryDelay: 1_000,
  maxStalledCount: 3,
  removeOnComplete: { count: 0 },
  removeOnFail: { count: 0 },
};
