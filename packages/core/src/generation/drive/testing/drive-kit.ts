import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Database } from "@foundry/prisma/client";
import { jobs } from "../../../jobs/jobs.ts";
import { type JobRuntime, startJobRuntime } from "../../../jobs/start-job-runtime.ts";
import { logger } from "../../../logger.ts";
import { until } from "../../../loops/testing/until.ts";
import { LlmServer } from "../../testing/llm-server/llm-server.ts";
import type { DriveParts } from "../drive.ts";
import { driveGeneration } from "../drive-generation.ts";
import { recordGenerationJobFailure } from "../record-driver-failure.ts";
import type { DriveWorkerOptions } from "./drive-worker.ts";
import { FAST_JOBS } from "./fast-jobs.ts";
import { CATALOGUE } from "./make-run.ts";

const silent = logger.child({}, { level: "silent" });

export type DriveKit = Awaited<ReturnType<typeof makeDriveKit>>;

/** A stand-in provider, and workers that drive runs against it. */
export async function makeDriveKit({
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
  const server = await LlmServer.start({ catalogue: [CATALOGUE] });
  const access = {
    secret: null,
    environmentKey: "key-of-the-test",
    baseUrl: server.url,
    timeoutMs: 10_000,
  };
  const runtimes: JobRuntime[] = [];
  const ends: (() => void)[] = [];

  return {
    server,
    access,

    /** A worker within this process. */
    async startWorker(
      options: Partial<DriveParts["access"]> = {},
      sandbox: DriveParts["sandbox"] = null,
    ) {
      const parts = { access: { ...access, ...options }, sandbox };
      const runtime = await startJobRuntime({
        db: connect({ poolSize: 15 }),
        databaseUrl,
        redisUrl,
        logger: silent,
        catalogue: { generateIrs: jobs.generateIrs },
        handlers: {
          generateIrs: (payload, context) => driveGeneration(parts, context, payload),
        },
        failureHandlers: { generateIrs: recordGenerationJobFailure },
        concurrency: { main: 1, llm: 4 },
        timing: FAST_JOBS,
      });
      runtimes.push(runtime);
      return runtime;
    },

    /** A worker in a process of its own; `kill` is as sudden as it gets. */
    async spawnWorker() {
      const options: DriveWorkerOptions = { databaseUrl, redisUrl, access };
      const worker = spawn(
        process.execPath,
        ["--import", "tsx", join(import.meta.dirname, "drive-worker.ts"), JSON.stringify(options)],
        { stdio: ["ignore", "pipe", "ignore"], env: { LOG_LEVEL: "silent" } },
      );
      const exited = once(worker, "exit");
      ends.push(() => worker.kill("SIGKILL"));
      await once(worker.stdout, "data");
      return {
        async kill(signal: NodeJS.Signals = "SIGKILL") {
          worker.kill(signal);
          await exited;
        },
      };
    },

    readRun: (id: string) => db.generationRun.findUniqueOrThrow({ where: { id } }),

    /** @throws Error at once when the run comes to a stand in another way */
    async untilRunIs(id: string, state: "done" | "paused" | "running", withinMs = 90_000) {
      await until(async () => {
        const run = await db.generationRun.findUniqueOrThrow({ where: { id } });
        if (state === "done" && run.state === "paused") {
          throw new Error(`the run stands still (${run.stopReason}): ${run.error}`);
        }
        return run.state === state;
      }, withinMs);
    },

    /** How many items there are of each state, and of each failure. */
    async tally(runId: string): Promise<Record<string, number>> {
      const items = await db.generationItem.findMany({ where: { runId } });
      const words = items.map(({ state, failure }) => failure ?? state);
      return Object.fromEntries(
        [...new Set(words)].map((word) => [word, words.filter((one) => one === word).length]),
      );
    },

    /** Drivers that are at work or to come. */
    countJobs: () =>
      db.job.count({ where: { name: "generateIrs", state: { in: ["ready", "running"] } } }),

    calls: (runId: string) => db.llmCall.findMany({ where: { runId }, orderBy: { id: "asc" } }),

    async close() {
      for (const end of ends) end();
      await Promise.all(runtimes.map((runtime) => runtime.stop({ main: 0, llm: 0 })));
      await server.stop();
    },
  };
}
