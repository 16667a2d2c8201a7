/** A worker that drives generation runs in a process of its own, for the tests that kill it. */
import { createDatabase } from "@foundry/prisma/client";
import { jobs } from "../../../jobs/jobs.ts";
import { startJobRuntime } from "../../../jobs/start-job-runtime.ts";
import { logger } from "../../../logger.ts";
import type { DriveParts } from "../drive.ts";
import { driveGeneration } from "../drive-generation.ts";
import { recordGenerationJobFailure } from "../record-driver-failure.ts";
import { FAST_JOBS } from "./fast-jobs.ts";

export interface DriveWorkerOptions {
  databaseUrl: string;
  redisUrl: string | undefined;
  access: DriveParts["access"];
}

const { databaseUrl, redisUrl, access } = JSON.parse(process.argv[2] ?? "") as DriveWorkerOptions;
const db = createDatabase(databaseUrl, { poolSize: 15 });
const runtime = await startJobRuntime({
  db,
  databaseUrl,
  redisUrl,
  logger,
  catalogue: { generateIrs: jobs.generateIrs },
  handlers: {
    generateIrs: (payload, context) => driveGeneration({ access, sandbox: null }, context, payload),
  },
  failureHandlers: { generateIrs: recordGenerationJobFailure },
  concurrency: { main: 1, llm: 4 },
  timing: FAST_JOBS,
});
process.once("SIGTERM", async () => {
  await runtime.stop({ main: 0, llm: 30_000 });
  await db.$disconnect();
});
process.stdout.write("ready\n");
