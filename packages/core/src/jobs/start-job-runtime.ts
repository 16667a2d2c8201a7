import type { Database } from "@foundry/prisma/client";
import { listenForEvents } from "../events/listen-for-events.ts";
import { repeatEvery } from "../loops/repeat-every.ts";
import { settlesWithin } from "../loops/settles-within.ts";
import type { Logger } from "../logger.ts";
import { JOB_LANES, type JobCatalogue, type JobLane } from "./define-job.ts";
import type { JobFailureHandlers, JobHandlers } from "./job-handlers.ts";
import { registerJobs } from "./job-registry.ts";
import { DEFAULT_JOB_TIMING, type JobTiming } from "./job-timing.ts";
import { keepOpen } from "./keep-open.ts";
import { logSparingly } from "./log-sparingly.ts";
import { pruneJobs } from "./prune-jobs.ts";
import type { JobQueue } from "./queue.ts";
import { connectQueueBackend } from "./queue-backend.ts";
import { recoverExpiredJobs } from "./recover-expired-jobs.ts";
import { startDispatcher } from "./start-dispatcher.ts";
import { startLane } from "./start-lane.ts";

/** A lane waits two seconds for its deliveries before it closes its connections. */
const CLOSE_WITHIN_MS = 4_000;

export interface JobRuntime {
  queue: JobQueue["kind"];
  /**
   * Stops claiming, lets the running handlers of each lane finish for up to its milliseconds, then
   * interrupts them, gives unfinished jobs back and closes every connection. Takes at most some
   * seconds longer than that.
   */
  stop(graceMs: Record<JobLane, number>): Promise<void>;
}

export interface JobRuntimeOptions<Catalogue extends JobCatalogue> {
  /** Needs about two connections per concurrent job, beside what the handlers use. */
  db: Database;
  databaseUrl: string;
  redisUrl?: string | undefined;
  catalogue: Catalogue;
  handlers: JobHandlers<Catalogue>;
  failureHandlers?: JobFailureHandlers<Catalogue>;
  logger: Logger;
  /** Jobs of each lane that this process runs at the same time. */
  concurrency: Record<JobLane, number>;
  timing?: Partial<JobTiming>;
  /** Instead of the queue that the two URLs name. */
  queue?: JobQueue;
}

/**
 * Runs the jobs of a catalogue in this process: dispatches the outbox, claims and runs jobs, keeps
 * their leases, and repairs what other processes and the queue left behind. Starts also while the
 * queue is away and takes up its work when it comes back.
 */
export async function startJobRuntime<Catalogue extends JobCatalogue>(
  options: JobRuntimeOptions<Catalogue>,
): Promise<JobRuntime> {
  const { db, databaseUrl, redisUrl, logger, concurrency } = options;
  const timing = { ...DEFAULT_JOB_TIMING, ...options.timing };
  const registry = registerJobs(options.catalogue, options.handlers, options.failureHandlers);
  const laneOf = (name: string) => registry.get(name)?.lane ?? "main";
  const queue = options.queue ?? connectQueueBackend({ databaseUrl, redisUrl, logger });
  const stopping = new AbortController();
  const closing = new AbortController();

  const hub = await listenForEvents(databaseUrl, logger);
  const onQueueError = logSparingly(logger, "the queue cannot be used, trying again");
  const sender = keepOpen(() => queue.openSender(), onQueueError);
  const inUse = JOB_LANES.filter((lane) => [...registry.values()].some((job) => job.lane === lane));
  const lanes = inUse.map((lane) => {
    const shared = { db, queue, sender, registry, timing, logger, onQueueError };
    const own = { lane, concurrency: concurrency[lane], stopping: stopping.signal };
    return { name: lane, ...startLane({ ...shared, ...own }) };
  });
  const beat = async () => {
    await Promise.all(lanes.map((lane) => lane.beat()));
  };

  const every = (ms: number, signal: AbortSignal, what: string, work: () => Promise<unknown>) =>
    repeatEvery(
      ms,
      signal,
      async () => void (await work()),
      logSparingly(logger, `could not ${what}`),
    );
  const beating = every(timing.heartbeatMs, closing.signal, "prolong leases", beat);
  const loops = [
    startDispatcher({
      db,
      sender,
      laneOf,
      hub,
      pollMs: timing.pollMs,
      signal: stopping.signal,
      onError: logSparingly(logger, "could not dispatch jobs, trying again"),
    }),
    every(timing.reconcileMs, stopping.signal, "recover jobs", () =>
      recoverExpiredJobs(db, registry, logger),
    ),
    every(timing.pruneMs, stopping.signal, "delete old jobs", () => pruneJobs(db)),
  ];
  hub.subscribe((event) => {
    if (event.topic === "job") beat().catch(logSparingly(logger, "could not prolong leases"));
  });

  async function stop(graceMs: Record<JobLane, number>) {
    const runningCount = lanes.reduce((sum, lane) => sum + lane.runningCount(), 0);
    logger.info({ runningCount, graceMs }, "stopping, no new job starts");
    const logClosing = (error: unknown) => logger.warn({ err: error }, "could not close cleanly");
    stopping.abort();
    await Promise.all([...loops, ...lanes.map((lane) => lane.stop(graceMs[lane.name]))]);
    closing.abort();
    await beating;
    const closed = Promise.all([
      ...lanes.map((lane) => lane.close()),
      sender.close(),
      hub.close(),
    ]).catch(logClosing);
    if (!(await settlesWithin(CLOSE_WITHIN_MS, closed))) {
      logger.warn("left connections open that would not close");
    }
  }

  let stopped: Promise<void> | undefined;
  return { queue: queue.kind, stop: (graceMs) => (stopped ??= stop(graceMs)) };
}
