import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { checkDisk, checkPort } from "./check-room.ts";
import { openLogFile } from "./log-file.ts";
import { prepareSources } from "./prepare-sources.ts";
import { terminalProgress as progress } from "./progress.ts";
import { logsDir, type Mode, readSettings, type Settings } from "./settings.ts";
import { startStudio } from "./start-studio.ts";
import { StudioError } from "./studio-error.ts";
import { takeLock } from "./studio-lock.ts";

/** Runs the studio until it is told to stop, and sets the exit code. */
export async function main(mode: Mode): Promise<void> {
  const stopping = new AbortController();
  listenForSignals(stopping);
  try {
    await runStudio(readSettings(process.env, mode), stopping.signal);
  } catch (error) {
    if (!stopping.signal.aborted) {
      process.stderr.write(`${explain(error)}\n`);
      process.exitCode = 1;
    }
  }
  // Whatever still waits is not worth waiting for: everything has been stopped.
  process.exit();
}

async function runStudio(settings: Settings, signal: AbortSignal): Promise<void> {
  const { dataDir, host, port, mode } = settings;
  const releaseLock = await takeLock(dataDir, settings.url);
  try {
    await checkPort(host, port);
    await checkDisk(dataDir);
    await mkdir(logsDir(dataDir), { recursive: true });
    const log = openLogFile(join(logsDir(dataDir), "build.log"), { isFresh: true });
    await prepareSources(mode === "development" ? "client" : "all", { progress, log, signal });
    const studio = await startStudio(settings, { progress, signal, withSampleCorpus: true });
    progress.say(
      `\n  IR Foundry is ready: ${studio.url}\n  Data in ${dataDir}. Ctrl-C stops it.\n`,
    );
    try {
      await Promise.race([studio.failed, untilAborted(signal)]);
    } finally {
      progress.say("");
      await progress.step("Stopping", () => studio.stop());
    }
  } finally {
    await releaseLock();
  }
}

function listenForSignals(stopping: AbortController) {
  let firstAt: number | undefined;
  const onSignal = () => {
    firstAt ??= Date.now();
    stopping.abort();
    // npm passes the same Ctrl-C on a second time; only a later one means "now". Then the children
    // lose their channel to this process and end by themselves.
    if (Date.now() - firstAt > 1_000) process.exit(130);
  };
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, onSignal);
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve());
  });
}

/** One line for what a person can mend; the whole story for everything else. */
function explain(error: unknown): string {
  if (error instanceof StudioError) return error.message;
  if (!(error instanceof Error)) return String(error);
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === "ENOSPC")
    return `The disk is full${path ? ` (writing ${path})` : ""}: ${error.message}`;
  if (code === "EACCES" || code === "EPERM") {
    return `${path ?? "A file"} belongs to another user: ${error.message}`;
  }
  return error.stack ?? error.message;
}
