/** How fast the job system notices things. Every value is in milliseconds. */
export interface JobTiming {
  /** How long a job stays a worker's without a heartbeat. */
  leaseMs: number;
  heartbeatMs: number;
  /** How often expired leases and lost deliveries are looked for. */
  reconcileMs: number;
  /** A job that was handed to the queue and not started for so long may be lost there. */
  lostAfterMs: number;
  /** How often the outbox is looked at when no notification comes. */
  pollMs: number;
  /** Waiting jobs, free hands and no delivery for so long: the queue's consumer is rebuilt. */
  watchdogMs: number;
  /** Wait before the second try; doubles with every further one. */
  retryBaseMs: number;
  retryLongestMs: number;
  /** How often old rows are deleted. */
  pruneMs: number;
}

/** A killed worker's job starts elsewhere after at most leaseMs + reconcileMs and a delivery. */
export const DEFAULT_JOB_TIMING: JobTiming = {
  leaseMs: 12_000,
  heartbeatMs: 3_000,
  reconcileMs: 2_000,
  lostAfterMs: 10_000,
  pollMs: 1_000,
  watchdogMs: 60_000,
  retryBaseMs: 2_000,
  retryLongestMs: 300_000,
  pruneMs: 600_000,
};
