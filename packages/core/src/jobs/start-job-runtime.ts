import type { Database } from "@foundry/prisma/client";
import { listenForEvents } from "../events/listen-for-events.ts";
import { repeatEvery } from "../loops/repeat-every.ts";
import { settlesWithin } from "../loops/settles-within.ts";
import type { Logger } from "../logger.ts";
import { countOverdueJobs } from "./count-overdue-jobs.ts";
import type { JobCatalogue } from "./define-job.ts";
import type { JobFailureHandlers, JobHandlers } from "./job-handlers.ts";
import { registerJobs } from "./job-registry.ts";
import { createJobRunner } from "./job-runner.ts";
import { DEFAULT_JOB_TIMING, type JobTiming } from "./job-timing.ts";
import { keepOpen } from "./keep-open.ts";
import { logSparingly } from "./log-sparingly.ts";
import { pruneJobs } from "./prune-jobs.ts";
import type { JobQueue } from "./queue.ts";
import { connectQueueBackend } from "./queue-backend.ts";
import { recoverExpiredJobs } from "./recover-expired-jobs.ts";
import { redispatchLostJobs } from "./redispatch-lost-jobs.ts";
import { startDispatcher } from "./start-dispatcher.ts";
import { startReceiver } from "./start-receiver.ts";

const CLOSE_WITHIN_MS = 2_000;

export interface JobRuntime {
  queue: JobQueue["kind"];
  /**
   * Stops claiming, lets running handlers finish for up to `graceMs`, then interrupts them, gives
   * unfinished jobs back and closes every connection. Takes at most some seconds longer than that.
   */
  stop(graceMs: number): Promise<void>;
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
  /** Jobs that this process runs at the same time. */
  concurrency: number;
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
  const names = [...registry.keys()];
  const queue = options.queue ?? connectQueueBackend({ databaseUrl, redisUrl, logger });
  const stopping = new AbortController();
  const closing = new AbortController();

  const hub = await listenForEvents(databaseUrl, logger);
  const runner = createJobRunner({ db, registry, timing, logger });
  const logQueueError = logSparingly(logger, "the queue cannot be used, trying again");
  const sender = keepOpen(() => queue.openSender(), logQueueError);
  const receiver = startReceiver({
    queue,
    deliver: runner.deliver,
    concurrency,
    signal: stopping.signal,
    onError: logQueueError,
  });

  const every = (ms: number, signal: AbortSignal, what: string, work: () => Promise<unknown>) =>
    repeatEvery(
      ms,
      signal,
      async () => void (await work()),
      logSparingly(logger, `could not ${what}`),
    );
  const beating = every(timing.heartbeatMs, closing.signal, "prolong leases", runner.beat);
  const loops = [
    startDispatcher({
      db,
      sender,
      hub,
      pollMs: timing.pollMs,
      signal: stopping.signal,
      onError: logSparingly(logger, "could not dispatch jobs, trying again"),
    }),
    every(timing.reconcileMs, stopping.signal, "recover jobs", () =>
      recoverExpiredJobs(db, registry, logger),
    ),
    every(timing.reconcileMs, stopping.signal, "look for lost jobs", async () => {
      const count = await redispatchLostJobs(db, {
        names,
        lostAfterMs: timing.lostAfterMs,
        countWaiting: () => sender.use((open) => open.countWaiting()),
      });
      if (count > 0) logger.warn({ count }, "ordered jobs again that the queue has lost");
    }),
    every(timing.watchdogMs / 4, stopping.signal, "watch the queue", async () => {
      const silentMs = Math.min(runner.idleMs(), receiver.ageMs());
      if (runner.runningCount() >= concurrency || silentMs < timing.watchdogMs) return;
      if ((await countOverdueJobs(db, names, timing.watchdogMs)) === 0) return;
      logger.error({ silentMs }, "jobs wait and none is delivered: connecting to the queue anew");
      receiver.rebuild();
    }),
    every(timing.pruneMs, stopping.signal, "delete old jobs", () => pruneJobs(db)),
  ];
  hub.subscribe((event) => {
    if (event.topic === "job")
      runner.beat().catch(logSparingly(logger, "could not prolong leases"));
  });

  async function stop(graceMs: number) {
    logger.info({ runningCount: runner.runningCount(), graceMs }, "stopping, no new job starts");
    const logClosing = (error: unknown) => logger.warn({ err: error }, "could not close cleanly");
    stopping.abort();
    const drained = receiver.drain().catch(logClosing);
    await Promise.all([...loops, runner.stop(graceMs)]);
    closing.abort();
    await beating;
    // Handlers that do not listen hold the queue's consumer; their jobs are given back by now.
    await settlesWithin(CLOSE_WITHIN_MS, drained);
    const closed = Promise.all([receiver.close(), sender.close(), hub.close()]).catch(logClosing);
    if (!(await settlesWithin(CLOSE_WITHIN_MS, closed))) {
      logger.warn("left connections open that would not close");
    }
  }

  let stopped: Promise<void> | undefined;
  return { queue: queue.kind, stop: (graceMs) => (stopped ??= stop(graceMs)) };
}
