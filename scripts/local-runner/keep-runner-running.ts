import { spawn } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import type { Logger } from "@foundry/core/logger";
import { issueLocalRunnerToken } from "@foundry/core/runners/issue-local-runner-token";
import type { LocalRunnerState } from "@foundry/core/runners/local-runner.schema";
import type { Database } from "@foundry/prisma/client";
import { TRAINER_DIR, TRAINER_PYTHON } from "./install-trainer.ts";

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;
/** A runner that worked this long is not one that cannot start. */
const STEADY_MS = 60_000;
/** It gives its work back to the studio first. */
const STOP_GRACE_MS = 20_000;

/** Runs the runner until told to stop; after an end it is started again, each time a little later. */
export async function keepRunnerRunning(options: {
  db: Database;
  url: string;
  workDir: string;
  signal: AbortSignal;
  logger: Logger;
  tell: (phase: LocalRunnerState["phase"], message: string) => Promise<void>;
}): Promise<void> {
  const { db, url, workDir, signal, logger, tell } = options;
  await mkdir(workDir, { recursive: true });
  for (let pauseMs = FIRST_PAUSE_MS; !signal.aborted;) {
    const token = await issueLocalRunnerToken(db);
    const startedAt = performance.now();
    await tell("ready", "Ready on this machine");
    const how = await runOnce({ token, url, workDir, signal });
    if (signal.aborted) return;
    logger.error({ how }, "the local runner ended");
    if (performance.now() - startedAt > STEADY_MS) pauseMs = FIRST_PAUSE_MS;
    await tell(
      "failed",
      `The runner ended (${how}); starting it again in ${pauseMs / 1_000} s. Its log: logs/runner.log in the data folder.`,
    );
    // An abort ends the pause early; the loop's next turn sees it.
    await delay(pauseMs, undefined, { signal }).catch(() => {});
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
  }
}

/** @returns how it ended, for example `exit code 1` */
async function runOnce(options: {
  token: string;
  url: string;
  workDir: string;
  signal: AbortSignal;
}): Promise<string> {
  const { token, url, workDir, signal } = options;
  const args = ["-m", "trainer", "runner", "--url", url, "--work-dir", workDir];
  const child = spawn(TRAINER_PYTHON, [...args, "--exit-with-parent"], {
    cwd: TRAINER_DIR,
    // In the environment and not in the arguments, which every user of the machine can read.
    env: { ...process.env, FOUNDRY_RUNNER_TOKEN: token },
    stdio: ["ignore", "inherit", "inherit"],
  });
  let late: NodeJS.Timeout | undefined;
  const stop = () => {
    child.kill("SIGTERM");
    late = setTimeout(() => child.kill("SIGKILL"), STOP_GRACE_MS);
  };
  signal.addEventListener("abort", stop);
  const how = await new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, killedBy) => resolve(killedBy ?? `exit code ${code}`));
  });
  signal.removeEventListener("abort", stop);
  clearTimeout(late);
  return how;
}
