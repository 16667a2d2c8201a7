/**
 * The runner that `npm start` keeps beside the studio. Its Python packages are installed in the
 * background, then it pulls work like any other runner. The Training page shows how far it is;
 * nothing else of the studio depends on it.
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { logger } from "@foundry/core/logger";
import { writeLocalRunnerState } from "@foundry/core/runners/local-runner-state";
import type { LocalRunnerState } from "@foundry/core/runners/local-runner.schema";
import { createDatabase } from "@foundry/prisma/client";
import { findPython } from "./find-python.ts";
import { installTrainer } from "./install-trainer.ts";
import { keepRunnerRunning } from "./keep-runner-running.ts";

const { values } = parseArgs({ options: { url: { type: "string" } } });
const { DATABASE_URL: databaseUrl, FOUNDRY_DATA_DIR: dataDir } = process.env;
if (!values.url || !databaseUrl || !dataDir) {
  console.error("--url, DATABASE_URL and FOUNDRY_DATA_DIR must be set.");
  process.exit(2);
}
const db = createDatabase(databaseUrl, { poolSize: 2 });
const stopping = new AbortController();
for (const name of ["SIGTERM", "SIGINT"] as const) process.on(name, () => stopping.abort());

const tell = (phase: LocalRunnerState["phase"], message: string, at = { step: 0, of: 0 }) =>
  writeLocalRunnerState(db, {
    phase,
    message,
    step: at.of > 0 ? at.step : null,
    of: at.of > 0 ? at.of : null,
  }).catch((error: unknown) => logger.warn({ err: error }, "could not tell how far the runner is"));

await run({ url: values.url, workDir: join(dataDir, "runner") });
await db.$disconnect();
process.exit();

async function run({ url, workDir }: { url: string; workDir: string }): Promise<void> {
  const { signal } = stopping;
  const python = findPython();
  if (python === undefined) {
    await tell(
      "absent",
      "Training on this machine needs Python 3.10 or newer with venv (Debian: apt-get install python3 python3-venv). Install it and start the studio again; a runner on another machine works without it.",
    );
    return untilStopped(signal);
  }
  try {
    await tell("installing", "Setting up the trainer");
    await installTrainer(python, {
      withTests: false,
      onStep: (step) => tell("installing", step.message, step),
      signal,
    });
  } catch (error) {
    if (signal.aborted) return;
    const reason = error instanceof Error ? error.message : String(error);
    logger.error({ err: error }, "the trainer could not be installed");
    await tell("failed", `${reason} Everything else works. Start the studio again to retry.`);
    return untilStopped(signal);
  }
  await keepRunnerRunning({ db, url, workDir, signal, logger, tell });
}

function untilStopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    // An abort listener alone does not keep the process alive.
    const alive = setInterval(() => {}, 60_000);
    const stop = () => {
      clearInterval(alive);
      resolve();
    };
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop);
  });
}
