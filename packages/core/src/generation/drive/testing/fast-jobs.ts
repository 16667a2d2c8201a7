import type { JobTiming } from "../../../jobs/job-timing.ts";

/** Short enough for a test, long enough for a busy machine. */
export const FAST_JOBS: Partial<JobTiming> = {
  leaseMs: 6_000,
  heartbeatMs: 500,
  reconcileMs: 200,
  lostAfterMs: 1_500,
  pollMs: 200,
  retryBaseMs: 50,
  retryLongestMs: 200,
};
