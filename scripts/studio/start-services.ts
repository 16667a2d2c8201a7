import { join } from "node:path";
import { openLogFile } from "./log-file.ts";
import { startNodeProcess } from "./node-process.ts";
import type { Progress } from "./progress.ts";
import { logsDir, type Settings } from "./settings.ts";
import { supervise, type Supervised } from "./supervise.ts";

/** Requests in flight get this long; live pages reconnect by themselves. */
const WEB_GRACE_MS = 10_000;
/** A training writes a checkpoint first. */
const RUNNER_GRACE_MS = 25_000;
/** A job that is cut off is taken up again at the next start; an answer that is paid for is not. */
const WORKERS_GRACE_MS = 75_000;

interface Surroundings {
  settings: Settings;
  env: NodeJS.ProcessEnv;
  progress: Progress;
}

export function startWeb({ settings, env, progress }: Surroundings): Promise<Supervised> {
  const { host, port, mode } = settings;
  const command = mode === "development" ? "dev" : "start";
  const address = ["--hostname", host, "--port", String(port)];
  // Only workers talk to a provider.
  const { ANTHROPIC_API_KEY: _, ...webEnv } = env;
  return startService("web", WEB_GRACE_MS, { settings, env: webEnv, progress }, [
    "node_modules/next/dist/bin/next",
    command,
    "apps/web",
    ...address,
  ]);
}

export function startWorkers({ settings, env, progress }: Surroundings): Promise<Supervised> {
  const tsx =
    settings.mode === "development"
      ? ["node_modules/tsx/dist/cli.mjs", "watch", "--clear-screen=false"]
      : ["--import", "tsx"];
  return startService("workers", WORKERS_GRACE_MS, { settings, env, progress }, [
    ...tsx,
    "workers/src/main.ts",
  ]);
}

/** The runner of this machine; the studio works without it. */
export function startLocalRunner({ settings, env, progress }: Surroundings): Promise<Supervised> {
  const url = `http://127.0.0.1:${settings.port}`;
  return startService("runner", RUNNER_GRACE_MS, { settings, env, progress }, [
    "--import",
    "tsx",
    "scripts/local-runner/main.ts",
    "--url",
    url,
  ]);
}

function startService(
  name: string,
  graceMs: number,
  { settings, env, progress }: Surroundings,
  args: string[],
): Promise<Supervised> {
  const log = openLogFile(join(logsDir(settings.dataDir), `${name}.log`));
  const isLoud = settings.mode === "development";
  const start = async () => startNodeProcess({ args, env, log, graceMs, isLoud });
  return supervise(name, start, progress);
}
