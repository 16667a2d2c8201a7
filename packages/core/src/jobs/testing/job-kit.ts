import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import type { Database } from "@foundry/prisma/client";
import { inTransaction } from "../../database/in-transaction.ts";
import { logger } from "../../logger.ts";
import type { JobPayload } from "../define-job.ts";
import { enqueueJob } from "../enqueue.ts";
import type { JobTiming } from "../job-timing.ts";
import type { JobQueue } from "../queue.ts";
import { connectQueueBackend } from "../queue-backend.ts";
import { type JobRuntime, startJobRuntime } from "../start-job-runtime.ts";
import {
  createTestTables,
  makeTestHandlers,
  type TestJobs,
  testFailureHandlers,
  testJobs,
} from "./test-jobs.ts";
import type { WorkerProcessOptions } from "./worker-process.ts";

/** Short enough for a test, long enough for a busy machine. */
const FAST: Partial<JobTiming> = {
  leaseMs: 3_000,
  heartbeatMs: 500,
  reconcileMs: 200,
  lostAfterMs: 1_000,
  pollMs: 200,
  retryBaseMs: 50,
  retryLongestMs: 200,
};

const silentLogger = logger.child({}, { level: "silent" });

export type JobKit = Awaited<ReturnType<typeof makeJobKit>>;

/** What the tests of the job system do again and again, on one database and one backend. */
export async function makeJobKit({
  db,
  connect,
  databaseUrl,
  redisUrl,
}: {
  db: Database;
  connect: (options: { poolSize: number }) => Database;
  databaseUrl: string;
  redisUrl: string | undefined;
}) {
  await createTestTables(db);
  const runtimes: JobRuntime[] = [];
  const workers: ChildProcess[] = [];

  return {
    /** One transaction per job, as requests would. */
    async enqueue<Name extends keyof TestJobs>(
      name: Name,
      ...payloads: JobPayload<TestJobs, Name>[]
    ) {
      const ids: string[] = [];
      for (const payload of payloads) {
        ids.push(await inTransaction(db, (tx) => enqueueJob(tx, testJobs, name, payload)));
      }
      return ids;
    },

    /** Many jobs in few statements, for tests in which the number matters and not the making. */
    async enqueueMany<Name extends keyof TestJobs>(
      name: Name,
      payloads: JobPayload<TestJobs, Name>[],
    ) {
      for (let index = 0; index < payloads.length; index += 200) {
        await inTransaction(db, async (tx) => {
          for (const payload of payloads.slice(index, index + 200)) {
            await enqueueJob(tx, testJobs, name, payload);
          }
        });
      }
    },

    connectQueue: () => connectQueueBackend({ databaseUrl, redisUrl, logger: silentLogger }),

    async startRuntime(
      options: {
        timing?: Partial<JobTiming>;
        concurrency?: number;
        llmConcurrency?: number;
        queue?: JobQueue;
      } = {},
    ) {
      const concurrency = options.concurrency ?? 4;
      const runtime = await startJobRuntime({
        db: connect({ poolSize: concurrency + 5 }),
        databaseUrl,
        redisUrl,
        catalogue: testJobs,
        handlers: makeTestHandlers(`runtime ${runtimes.length}`),
        failureHandlers: testFailureHandlers,
        logger: silentLogger,
        concurrency: { main: concurrency, llm: options.llmConcurrency ?? 1 },
        timing: { ...FAST, ...options.timing },
        ...(options.queue && { queue: options.queue }),
      });
      runtimes.push(runtime);
      return runtime;
    },

    spawnWorker(name: string, options: { timing?: Partial<JobTiming>; concurrency?: number } = {}) {
      const argument: WorkerProcessOptions = {
        name,
        databaseUrl,
        redisUrl,
        concurrency: options.concurrency ?? 4,
        timing: options.timing ?? FAST,
      };
      const worker = spawn(
        process.execPath,
        [
          "--import",
          "tsx",
          join(import.meta.dirname, "worker-process.ts"),
          JSON.stringify(argument),
        ],
        {
          stdio: ["ignore", "ignore", "pipe"],
          // Tests read what the process says, also when the whole run is told to be quiet.
          env: { LOG_LEVEL: "info" },
        },
      );
      let log = "";
      worker.stderr.on("data", (chunk: Buffer) => (log += chunk.toString()));
      workers.push(worker);
      const exited = new Promise<void>((resolve) => worker.once("exit", () => resolve()));
      return {
        kill: (signal: NodeJS.Signals) => worker.kill(signal),
        hasExited: () => worker.exitCode !== null || worker.signalCode !== null,
        exited,
        log: () => log,
      };
    },

    openGate: () => db.$executeRaw`INSERT INTO test_gate VALUES (true)`,

    /** Keys of the effects, one per effect, sorted. */
    async effects() {
      const rows = await db.$queryRaw<{ key: string }[]>`SELECT key FROM test_effect ORDER BY key`;
      return rows.map((row) => row.key);
    },

    starts: () =>
      db.$queryRaw<{ key: string; worker: string; at: Date }[]>`
        SELECT key, worker, at FROM test_start ORDER BY at`,

    failures: () =>
      db.$queryRaw<
        { key: string; error: string }[]
      >`SELECT key, error FROM test_failure ORDER BY key`,

    countUnfinished: () => db.job.count({ where: { state: { in: ["ready", "running"] } } }),

    async close() {
      for (const worker of workers) worker.kill("SIGKILL");
      await Promise.all(runtimes.map((runtime) => runtime.stop({ main: 0, llm: 0 })));
    },
  };
}
