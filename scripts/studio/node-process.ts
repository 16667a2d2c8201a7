import { spawn } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { LogFile } from "./log-file.ts";
import { ROOT } from "./settings.ts";
import type { RunningService } from "./supervise.ts";

const PRELOAD = pathToFileURL(join(ROOT, "scripts/studio/end-with-parent.mjs")).href;

export interface NodeProgram {
  /** Arguments of `node`, the script first. */
  args: string[];
  env: NodeJS.ProcessEnv;
  log: LogFile;
  /** How long it may take to stop; then it is killed. */
  graceMs: number;
  /** Copies its output to the terminal too. */
  isLoud?: boolean;
}

/** Starts a long-running Node program that ends, at the latest, when this process does. */
export function startNodeProcess({ args, env, log, graceMs, isLoud }: NodeProgram): RunningService {
  const child = spawn(process.execPath, ["--import", PRELOAD, ...args], {
    cwd: ROOT,
    env: { ...env, FOUNDRY_SUPERVISED: "1" },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    // Its own process group: Ctrl-C reaches the studio alone, which stops everything in order.
    detached: true,
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      log.write(chunk);
      if (isLoud) process.stdout.write(chunk);
    });
  }
  const exited = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  const signalGroup = (signal: NodeJS.Signals) => {
    try {
      if (child.pid) process.kill(-child.pid, signal);
    } catch {
      // The group has already ended.
    }
  };
  return {
    pid: child.pid ?? 0,
    exited,
    kill: signalGroup,
    async stop() {
      // The main process alone: it knows what of its own to stop, and in which order.
      child.kill("SIGTERM");
      const late = setTimeout(() => signalGroup("SIGKILL"), graceMs);
      await exited;
      clearTimeout(late);
      signalGroup("SIGKILL");
    },
  };
}
