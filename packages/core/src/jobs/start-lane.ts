import type { Database } from "@foundry/prisma/client";
import { repeatEvery } from "../loops/repeat-every.ts";
import { settlesWithin } from "../loops/settles-within.ts";
import type { Logger } from "../logger.ts";
import { countOverdueJobs } from "./count-overdue-jobs.ts";
import type { JobLane } from "./define-job.ts";
import type { JobRegistry } from "./job-registry.ts";
import { createJobRunner } from "./job-runner.ts";
import type { JobTiming } from "./job-timing.ts";
import type { KeptOpen } from "./keep-open.ts";
import { logSparingly } from "./log-sparingly.ts";
import type { JobQueue, QueueSender } from "./queue.ts";
import { redispatchLostJobs } from "./redispatch-lost-jobs.ts";
import { startReceiver } from "./start-receiver.ts";

const CLOSE_WITHIN_MS = 2_000;

interface LaneOptions {
  db: Database;
  queue: JobQueue;
  sender: KeptOpen<QueueSender>;
  registry: JobRegistry;
  timing: JobTiming;
  logger: Logger;
  lane: JobLane;
  /** Jobs of the lane that this process runs at the same time. */
  concurrency: number;
  onQueueError: (error: unknown) => void;
  /** Aborts when nothing more is to be taken. */
  stopping: AbortSignal;
}

interface RunningLane {
  /** Prolongs the leases of its running jobs. */
  beat(): Promise<void>;
  runningCount(): number;
  /** After the signal: lets running handlers finish for up to `graceMs`, then interrupts them. */
  stop(graceMs: number): Promise<void>;
  close(): Promise<void>;
}

/** One lane in this process: takes its jobs from its queue, runs them and repairs what was lost. */
export function startLane(options: LaneOptions): RunningLane {
  const { db, queue, sender, registry, timing, logger, lane, concurrency } = options;
  const { stopping, onQueueError } = options;
  const names = [...registry].flatMap(([name, job]) => (job.lane === lane ? [name] : []));
  const runner = createJobRunner({ db, registry, timing, logger });
  const receiver = startReceiver({
    queue,
    lane,
    deliver: runner.deliver,
    concurrency,
    signal: stopping,
    onError: onQueueError,
  });
  const every = (ms: number, what: string, work: () => Promise<void>) =>
    repeatEvery(ms, stopping, work, logSparingly(logger, `could not ${what}`));

  const loops = [
    every(timing.reconcileMs, "look for lost jobs", async () => {
      const count = await redispatchLostJobs(db, {
        names,
        lostAfterMs: timing.lostAfterMs,
        countWaiting: () => sender.use((open) => open.countWaiting(lane)),
      });
      if (count > 0) logger.warn({ count }, "ordered jobs again that the queue has lost");
    }),
    every(timing.watchdogMs / 4, "watch the queue", async () => {
      const silentMs = Math.min(runner.idleMs(), receiver.ageMs());
      if (runner.runningCount() >= concurrency || silentMs < timing.watchdogMs) return;
      if ((await countOverdueJobs(db, names, timing.watchdogMs)) === 0) return;
      logger.error(
        { silentMs, lane },
        "jobs wait, none is delivered: connecting to the queue anew",
      );
      receiver.rebuild();
    }),
  ];

  let drained: Promise<void> | undefined;
  return {
    beat: runner.beat,
    runningCount: runner.runningCount,
    async stop(graceMs) {
      drained = receiver.drain().catch(onQueueError);
      await Promise.all([...loops, runner.stop(graceMs)]);
    },
    async close() {
      // Handlers that do not listen hold the queue's consumer; their jobs are given back by now.
      if (drained) await settlesWithin(CLOSE_WITHIN_MS, drained);
      await receiver.close();
    },
  };
}
