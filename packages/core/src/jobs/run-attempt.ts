import type { Database } from "@foundry/prisma/client";
import { inTransaction } from "../database/in-transaction.ts";
import { pause } from "../loops/pause.ts";
import type { Logger } from "../logger.ts";
import type { ClaimedJob } from "./claim-job.ts";
import { describeJobError } from "./describe-job-error.ts";
import { failJob } from "./fail-job.ts";
import { finishJob } from "./finish-job.ts";
import type { JobContext } from "./job-context.ts";
import type { JobRegistry } from "./job-registry.ts";
import type { JobTiming } from "./job-timing.ts";
import { LeaseLostError } from "./lease-lost-error.ts";
import { PermanentJobError } from "./permanent-job-error.ts";
import { postponeJob } from "./postpone-job.ts";
import { retryDelay } from "./retry-delay.ts";

interface Attempt {
  db: Database;
  registry: JobRegistry;
  timing: JobTiming;
  logger: Logger;
  job: ClaimedJob;
  /** Aborted from outside, with a LeaseLostError or because the process stops. */
  controller: AbortController;
  /** Aborts when the process was asked to stop. */
  stopping: AbortSignal;
}

/** Runs a claimed job's handler once and writes down how it ended. Never rejects. */
export async function runAttempt({ logger, ...attempt }: Attempt): Promise<void> {
  const { job, controller } = attempt;
  const log = logger.child({ jobId: job.id, job: job.name, attempt: job.attempt });
  log.info("job started");
  const outcome = await callHandler({ ...attempt, logger: log }).then(
    () => ({ isDone: true as const }),
    (error: unknown) => ({ isDone: false as const, error }),
  );
  if (controller.signal.reason instanceof LeaseLostError) {
    log.warn("job stopped here: it was cancelled or another worker has it");
    return;
  }
  const record = outcome.isDone
    ? async () => {
        if (await finishJob(attempt.db, job)) log.info("job finished");
        else log.warn("job finished here, but another worker has it or it was cancelled");
      }
    : () => recordFailure({ ...attempt, logger: log }, outcome.error);
  await persist(record, attempt.timing.leaseMs, log);
}

async function callHandler({ db, registry, timing, logger, job, controller, stopping }: Attempt) {
  const registered = registry.get(job.name);
  if (!registered) throw new Error(`no handler for ${job.name}`);
  const payload = registered.payload.safeParse(job.payload);
  if (!payload.success) {
    throw new PermanentJobError(`The job's payload is not valid: ${payload.error.message}`);
  }
  const context: JobContext = {
    db,
    jobId: job.id,
    attempt: job.attempt,
    leaseToken: job.leaseToken,
    logger,
    stopping,
    signal: controller.signal,
    async fence(tx) {
      const [held] = await tx.$queryRaw<{ isAging: boolean }[]>`
        SELECT lease_expires_at < now() + ${timing.leaseMs / 2} * interval '1 millisecond' AS "isAging"
        FROM job
        WHERE id = ${job.id}::uuid AND state = 'running' AND lease_token = ${job.leaseToken}
        FOR UPDATE`;
      if (held?.isAging) {
        await tx.$executeRaw`
          UPDATE job SET lease_expires_at = now() + ${timing.leaseMs} * interval '1 millisecond'
          WHERE id = ${job.id}::uuid`;
      }
      if (held !== undefined) return;
      const error = new LeaseLostError(job.id);
      controller.abort(error);
      throw error;
    },
  };
  await registered.run(payload.data, context);
}

async function recordFailure(
  { db, registry, timing, logger, job, controller }: Attempt,
  error: unknown,
) {
  if (controller.signal.aborted) {
    await inTransaction(db, (tx) => postponeJob(tx, job, { delayMs: 0, error: null }));
    logger.info("job interrupted, because the worker stops");
    return;
  }
  const text = describeJobError(error);
  if (error instanceof PermanentJobError || job.attempt >= job.maxAttempts) {
    await inTransaction(db, (tx) => failJob(tx, registry, job, text));
    logger.error({ err: error }, "job failed");
    return;
  }
  const delayMs = retryDelay(job.attempt, timing, Math.random());
  await inTransaction(db, (tx) => postponeJob(tx, job, { delayMs, error: text }));
  logger.warn({ err: error, delayMs }, "job attempt failed, trying again later");
}

/** A database that is away for a moment must not cost the whole job; past the lease it does. */
async function persist(record: () => Promise<void>, leaseMs: number, logger: Logger) {
  const giveUpAt = performance.now() + leaseMs;
  for (let waitMs = 100; ; waitMs *= 2) {
    try {
      return await record();
    } catch (error) {
      if (performance.now() + waitMs > giveUpAt) {
        logger.error({ err: error }, "could not record how a job ended, it will run again");
        return;
      }
      logger.warn({ err: error, waitMs }, "could not record how a job ended, trying again");
      await pause(waitMs, new AbortController().signal);
    }
  }
}
