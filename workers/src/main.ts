/** The worker process: runs the jobs of the studio until it is told to stop. */
import { orderDueChecks } from "@foundry/core/findings/order-due-checks";
import { orderDueRecall } from "@foundry/core/findings/order-due-recall";
import { orderDueEvidence } from "@foundry/core/implementations/order-due-evidence";
import { jobs } from "@foundry/core/jobs/jobs";
import { startJobRuntime } from "@foundry/core/jobs/start-job-runtime";
import { logger } from "@foundry/core/logger";
import { repeatEvery } from "@foundry/core/loops/repeat-every";
import { createFolderStorage } from "@foundry/core/storage/folder-storage";
import { createDatabase } from "@foundry/prisma/client";
import { readEnv } from "./env.ts";
import { failureHandlers, makeHandlers } from "./handlers/index.ts";
import { keepAliveFile } from "./keep-alive-file.ts";
import { openSandbox } from "./open-sandbox.ts";

/** An import that is cut off goes on where it stopped, so waiting longer gains little. */
const STOP_GRACE_MS = 10_000;
/** A batch of an import may take longer than the ten seconds that a web request gets. */
const STATEMENT_TIMEOUT_MS = 60_000;
/** Reviews come in by the hundred an hour at most. */
const RECALL_LOOK_MS = 5 * 60_000;

const { databaseUrl, redisUrl, uploadsDir, concurrency, aliveFile } = readEnv();
const db = createDatabase(databaseUrl, {
  poolSize: 2 * concurrency + 5,
  statementTimeoutMs: STATEMENT_TIMEOUT_MS,
});
const sandbox = await openSandbox(db, logger);
const runtime = await startJobRuntime({
  db,
  databaseUrl,
  redisUrl,
  catalogue: jobs,
  handlers: makeHandlers({ storage: createFolderStorage(uploadsDir), sandbox }),
  failureHandlers,
  logger,
  concurrency,
});
const stopping = new AbortController();
const alive = keepAliveFile(aliveFile, { db, logger, signal: stopping.signal });
const looking = repeatEvery(
  RECALL_LOOK_MS,
  stopping.signal,
  () => orderDueRecall(db),
  (error) => logger.warn({ err: error }, "could not look whether recall is due"),
);

async function stop() {
  stopping.abort();
  await runtime.stop(STOP_GRACE_MS);
  await Promise.all([alive, looking]);
  await db.$disconnect();
  // A handler that did not listen may still hold something open; its job is another worker's now.
  process.exit(0);
}

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, () => {
    // A second one of either kind means: now.
    for (const again of ["SIGTERM", "SIGINT"] as const) process.on(again, () => process.exit(1));
    logger.info({ signal }, "asked to stop");
    void stop();
  });
}
await Promise.all([orderDueChecks(db), orderDueEvidence(db)]);
process.stdout.write(`${JSON.stringify({ ready: true, queue: runtime.queue, concurrency })}\n`);
