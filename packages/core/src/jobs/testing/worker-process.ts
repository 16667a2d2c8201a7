/** A worker in a process of its own, for the tests that kill or freeze one. */
import { createDatabase } from "@foundry/prisma/client";
import { logger } from "../../logger.ts";
import type { JobTiming } from "../job-timing.ts";
import { startJobRuntime } from "../start-job-runtime.ts";
import { makeTestHandlers, testFailureHandlers, testJobs } from "./test-jobs.ts";

export interface WorkerProcessOptions {
  name: string;
  databaseUrl: string;
  redisUrl: string | undefined;
  concurrency: number;
  timing: Partial<JobTiming>;
}

const options = JSON.parse(process.argv[2] ?? "") as WorkerProcessOptions;
const db = createDatabase(options.databaseUrl, { poolSize: options.concurrency + 5 });
const runtime = await startJobRuntime({
  db,
  databaseUrl: options.databaseUrl,
  redisUrl: options.redisUrl,
  catalogue: testJobs,
  handlers: makeTestHandlers(options.name),
  failureHandlers: testFailureHandlers,
  logger: logger.child({ worker: options.name }),
  concurrency: { main: options.concurrency, llm: 1 },
  timing: options.timing,
});
process.once("SIGTERM", async () => {
  await runtime.stop({ main: 5_000, llm: 5_000 });
  await db.$disconnect();
});
