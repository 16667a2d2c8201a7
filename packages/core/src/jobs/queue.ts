import type { JobLane } from "./define-job.ts";

/** What reaches a worker. Ids only; everything else is in the job's row. */
export interface Delivery {
  name: string;
  jobId: string;
  /** Two workers have died with this job, which may be its fault: it runs with no other suspect. */
  isSuspect: boolean;
}

/** One delivery to be made. */
export interface QueueEntry extends Delivery {
  /** An id that the queue already holds is ignored. */
  queueId: string;
  lane: JobLane;
  delayMs: number;
}

export interface QueueSender {
  /** Safe to repeat with the same entries. */
  add(entries: QueueEntry[]): Promise<void>;
  /** Entries of a lane that are due and that nobody has taken. */
  countWaiting(lane: JobLane): Promise<number>;
  close(): Promise<void>;
}

export interface QueueReceiver {
  /** Takes nothing more; resolves when the deliveries in progress have ended. */
  drain(): Promise<void>;
  /** Closes the connections, whatever is still going on. */
  close(): Promise<void>;
}

/** `put_back` leaves the entry for another receiver; otherwise it is gone. */
export type Deliver = (delivery: Delivery) => Promise<"taken" | "put_back">;

/** A carrier of job ids that may lose them or deliver them twice, and may be away for a while. */
export interface JobQueue {
  kind: "postgres" | "redis";
  /** Rejects when the backend does not answer within five seconds. */
  openSender(): Promise<QueueSender>;
  /** Rejects when the backend does not answer within five seconds. */
  openReceiver(lane: JobLane, deliver: Deliver, concurrency: number): Promise<QueueReceiver>;
}
