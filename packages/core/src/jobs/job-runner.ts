import type { Database } from "@foundry/prisma/client";
import { inTransaction } from "../database/in-transaction.ts";
import { settlesWithin } from "../loops/settles-within.ts";
import type { Logger } from "../logger.ts";
import { claimJob, type ClaimedJob } from "./claim-job.ts";
import { extendLeases, type HeldLease } from "./extend-leases.ts";
import type { JobRegistry } from "./job-registry.ts";
import type { JobTiming } from "./job-timing.ts";
import { LeaseLostError } from "./lease-lost-error.ts";
import { postponeJob } from "./postpone-job.ts";
import type { Deliver, Delivery } from "./queue.ts";
import { runAttempt } from "./run-attempt.ts";

const ABORT_GRACE_MS = 2_000;

interface RunningJob extends HeldLease {
  controller: AbortController;
  ended: Promise<void>;
}

/** Everything this process is running, and the one place that starts and stops it. */
export interface JobRunner {
  deliver: Deliver;
  /** Prolongs the leases of all running jobs and tells the handlers whose lease is lost. */
  beat(): Promise<void>;
  runningCount(): number;
  /** Milliseconds since the queue last delivered anything, or since the start. */
  idleMs(): number;
  /**
   * Starts nothing more and says so to the running handlers, gives them `graceMs` to finish, then
   * tells them to stop, and at last gives back what is still running, without counting the attempt.
   */
  stop(graceMs: number): Promise<void>;
}

export function createJobRunner({
  db,
  registry,
  timing,
  logger,
}: {
  db: Database;
  registry: JobRegistry;
  timing: JobTiming;
  logger: Logger;
}): JobRunner {
  const running = new Set<RunningJob>();
  const stopping = new AbortController();
  let deliveredAt = performance.now();
  let lastSuspect: Promise<unknown> = Promise.resolve();

  const giveBack = (job: Pick<ClaimedJob, "id" | "leaseToken">) =>
    inTransaction(db, (tx) => postponeJob(tx, job, { delayMs: 0, error: null }));

  const allEnded = () => Promise.all([...running].map((job) => job.ended));

  async function run(job: ClaimedJob) {
    const controller = new AbortController();
    const ended = runAttempt({
      db,
      registry,
      timing,
      logger,
      job,
      controller,
      stopping: stopping.signal,
    });
    const entry = { jobId: job.id, leaseToken: job.leaseToken, controller, ended };
    running.add(entry);
    await ended;
    running.delete(entry);
  }

  async function take({ name, jobId }: Delivery): Promise<"taken" | "put_back"> {
    if (stopping.signal.aborted) return "put_back";
    if (!registry.has(name)) {
      logger.warn({ jobId, job: name }, "left a job that this build does not know");
      return "taken";
    }
    const job = await claimJob(db, jobId, timing.leaseMs);
    if (!job) return "taken";
    if (stopping.signal.aborted) await giveBack(job);
    else await run(job);
    return "taken";
  }

  return {
    async deliver(delivery) {
      deliveredAt = performance.now();
      if (!delivery.isSuspect) return take(delivery);
      const taken = lastSuspect.then(() => take(delivery));
      lastSuspect = taken.catch(() => {}); // Told to the caller; the next suspect's turn comes anyway.
      return taken;
    },

    async beat() {
      if (running.size === 0) return;
      for (const lost of await extendLeases(db, [...running], timing.leaseMs)) {
        lost.controller.abort(new LeaseLostError(lost.jobId));
      }
    },

    runningCount: () => running.size,
    idleMs: () => performance.now() - deliveredAt,

    async stop(graceMs) {
      stopping.abort();
      if (await settlesWithin(graceMs, allEnded())) return;
      logger.info({ runningCount: running.size }, "interrupting jobs, because the worker stops");
      for (const job of running) job.controller.abort(new Error("the worker is stopping"));
      if (await settlesWithin(ABORT_GRACE_MS, allEnded())) return;
      for (const { jobId, leaseToken } of running) {
        logger.warn({ jobId }, "giving back a job whose handler does not stop");
        await giveBack({ id: jobId, leaseToken }).catch((error: unknown) => {
          logger.error({ err: error, jobId }, "could not give back a job, its lease will run out");
        });
      }
    },
  };
}
