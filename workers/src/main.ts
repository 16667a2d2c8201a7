/** The worker process: runs the jobs of the studio until it is told to stop. */
import { orderDueChecks } from "@foundry/core/findings/order-due-checks";
import { orderDueRecall } from "@foundry/core/findings/order-due-recall";
import { orderDueProviderChecks } from "@foundry/core/generation/drive/order-due-provider-checks";
import { orderDueEvidence } from "@foundry/core/implementations/order-due-evidence";
import { jobs } from "@foundry/core/jobs/jobs";
import { startJobRuntime } from "@foundry/core/jobs/start-job-runtime";
import { logger } from "@foundry/core/logger";
import { repeatEvery } from "@foundry/core/loops/repeat-every";
import { recoverLostTasks } from "@foundry/core/runners/recover-lost-tasks";
import { createFolderStorage } from "@foundry/core/storage/folder-storage";
import { createDatabase } from "@foundry/prisma/client";
import { readEnv } from "./env.ts";
import { failureHandlers, makeHandlers } from "./handlers/index.ts";
import { keepAliveFile } from "./keep-alive-file.ts";
import { openSandbox } from "./open-sandbox.ts";

/**
 * An import that is cut off goes on where it stopped, so waiting longer gains little. A request to a
 * model that was sent is paid for, so its answer is waited for.
 */
const STOP_GRACE_MS = { main: 10_000, llm: 60_000 };
/** A batch of an import may take longer than the ten seconds that a web request gets. */
const STATEMENT_TIMEOUT_MS = 60_000;
/** Reviews come in by the hundred an hour at most. */
const RECALL_LOOK_MS = 5 * 60_000;
/** Models come to their end by the day. */
const PROVIDER_LOOK_MS = 12 * 60 * 60_000;
/** A runner that is silent for a minute is lost. */
const RUNNER_LOOK_MS = 15_000;

const { databaseUrl, redisUrl, uploadsDir, concurrency, providerAccess, aliveFile } = readEnv();
const db = createDatabase(databaseUrl, {
  // A driver of a generation run writes one transaction at a time, and reads beside it.
  poolSize: 2 * concurrency.main + 3 * concurrency.llm + 5,
  statementTimeoutMs: STATEMENT_TIMEOUT_MS,
});
const sandbox = await openSandbox(db, logger);
const runtime = await startJobRuntime({
  db,
  databaseUrl,
  redisUrl,
  catalogue: jobs,
  handlers: makeHandlers({ storage: createFolderStorage(uploadsDir), sandbox, providerAccess }),
  failureHandlers,
  logger,
  concurrency,
});
const stopping = new AbortController();
const alive = keepAliveFile(aliveFile, { db, logger, signal: stopping.signal });
const lookEvery = (ms: number, what: string, look: () => Promise<void>) =>
  repeatEvery(ms, stopping.signal, look, (error) =>
    logger.warn({ err: error }, `could not ${what}`),
  );
const looking = [
  lookEvery(RECALL_LOOK_MS, "look whether recall is due", () => orderDueRecall(db)),
  lookEvery(PROVIDER_LOOK_MS, "look at the providers", () => orderDueProviderChecks(db)),
  lookEvery(RUNNER_LOOK_MS, "look for silent runners", () => recoverLostTasks(db, logger)),
];

async function stop() {
  stopping.abort();
  await runtime.stop(STOP_GRACE_MS);
  await Promise.all([alive, ...looking]);
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
await Promise.all([orderDueChecks(db), orderDueEvidence(db), orderDueProviderChecks(db)]);
process.stdout.write(
  `${JSON.stringify({ ready: true, queue: runtime.queue, concurrency: concurrency.main })}\n`,
);
