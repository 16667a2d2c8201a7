import type { Database, Prisma } from "@foundry/prisma/client";
import type { Logger } from "../logger.ts";

/** What a handler gets beside its payload. */
export interface JobContext {
  db: Database;
  jobId: string;
  /** From 1. */
  attempt: number;
  /** Of this attempt's hold on the job; grows with every claim. */
  leaseToken: number;
  logger: Logger;
  /** Aborts as soon as the process is asked to stop, some time before `signal`: begin nothing new. */
  stopping: AbortSignal;
  /** Aborts when the process must stop or the lease was lost: stop at the next safe point and throw. */
  signal: AbortSignal;
  /**
   * Call first in every transaction that has an effect: locks the job's row and throws when another
   * worker took the job over, so that a worker that slept through its lease changes nothing. Also
   * prolongs the lease, because the heartbeat leaves out rows that are locked.
   */
  fence(tx: Prisma.TransactionClient): Promise<void>;
}
