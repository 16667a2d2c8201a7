import type { Database, Prisma } from "@foundry/prisma/client";
import { z } from "zod";
import { inTransaction } from "../../database/in-transaction.ts";
import { pause } from "../../loops/pause.ts";
import { defineJob } from "../define-job.ts";
import type { JobContext } from "../job-context.ts";
import type { JobFailureHandlers, JobHandlers } from "../job-handlers.ts";
import { PermanentJobError } from "../permanent-job-error.ts";

const keyed = z.object({ key: z.string() });

export const testJobs = {
  /** Has its effect at once. */
  act: defineJob({ payload: keyed, maxAttempts: 20 }),
  /** Has its effect after a second. */
  actSlowly: defineJob({ payload: keyed, maxAttempts: 3 }),
  /** Has its effect when the gate is open. */
  waitForGate: defineJob({ payload: keyed, maxAttempts: 3 }),
  /** The same in the other lane. */
  waitInLane: defineJob({ payload: keyed, maxAttempts: 3, lane: "llm" }),
  /** Has its effect when the worker is asked to stop, and not before. */
  endWhenStopping: defineJob({ payload: keyed, maxAttempts: 3, lane: "llm" }),
  /** Waits for the gate whatever its signal says. */
  ignoreSignal: defineJob({ payload: keyed, maxAttempts: 3 }),
  failAtFirst: defineJob({ payload: keyed.extend({ failures: z.int() }), maxAttempts: 3 }),
  failForGood: defineJob({ payload: keyed, maxAttempts: 3 }),
  killWorker: defineJob({ payload: keyed, maxAttempts: 3 }),
  doNothing: defineJob({ payload: z.object({}), maxAttempts: 3 }),
};

export type TestJobs = typeof testJobs;

/** No unique key anywhere: a double effect must be visible as two rows. */
export async function createTestTables(db: Database): Promise<void> {
  await db.$executeRaw`CREATE TABLE test_effect (key text NOT NULL, attempt int NOT NULL)`;
  await db.$executeRaw`
    CREATE TABLE test_start (
      key text NOT NULL, worker text NOT NULL, at timestamptz NOT NULL DEFAULT clock_timestamp()
    )`;
  await db.$executeRaw`CREATE TABLE test_failure (key text NOT NULL, error text NOT NULL)`;
  await db.$executeRaw`CREATE TABLE test_gate (is_open boolean NOT NULL)`;
}

/** @param worker name under which the starts of handlers are recorded */
export function makeTestHandlers(worker: string): JobHandlers<TestJobs> {
  const start = ({ db }: JobContext, key: string) =>
    db.$executeRaw`INSERT INTO test_start (key, worker) VALUES (${key}, ${worker})`;

  const waitForGate = async ({ key }: { key: string }, context: JobContext) => {
    await start(context, key);
    await untilGateOpens(context.db, context.signal);
    await haveEffect(context, key);
  };

  return {
    act: async ({ key }, context) => haveEffect(context, key),
    actSlowly: async ({ key }, context) => {
      await pause(1_000, context.signal);
      await haveEffect(context, key);
    },
    waitForGate,
    waitInLane: waitForGate,
    endWhenStopping: async ({ key }, context) => {
      await start(context, key);
      await pause(60_000, AbortSignal.any([context.stopping, context.signal]));
      context.signal.throwIfAborted();
      await haveEffect(context, key);
    },
    ignoreSignal: async ({ key }, context) => {
      await start(context, key);
      await untilGateOpens(context.db, new AbortController().signal);
      await haveEffect(context, key);
    },
    failAtFirst: async ({ key, failures }, context) => {
      await start(context, key);
      if (context.attempt <= failures) throw new Error(`failure ${context.attempt} of ${key}`);
      await haveEffect(context, key);
    },
    failForGood: async ({ key }) => {
      throw new PermanentJobError(`no use in trying ${key} again`);
    },
    killWorker: async ({ key }, context) => {
      await start(context, key);
      // Late enough to take the jobs along that started beside it.
      await pause(300, context.signal);
      process.kill(process.pid, "SIGKILL");
    },
    doNothing: async () => {},
  };
}

const recordFailure = async (
  tx: Prisma.TransactionClient,
  { key }: { key: string },
  error: string,
) => {
  await tx.$executeRaw`INSERT INTO test_failure (key, error) VALUES (${key}, ${error})`;
};

export const testFailureHandlers: JobFailureHandlers<TestJobs> = {
  failAtFirst: recordFailure,
  failForGood: recordFailure,
  killWorker: recordFailure,
};

async function haveEffect(context: JobContext, key: string) {
  await inTransaction(context.db, async (tx) => {
    await context.fence(tx);
    await tx.$executeRaw`INSERT INTO test_effect (key, attempt) VALUES (${key}, ${context.attempt})`;
  });
}

async function untilGateOpens(db: Database, signal: AbortSignal) {
  for (;;) {
    signal.throwIfAborted();
    const gates = await db.$queryRaw<unknown[]>`SELECT FROM test_gate WHERE is_open`;
    if (gates.length > 0) return;
    await pause(50, signal);
  }
}
