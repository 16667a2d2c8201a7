import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { openLogFile, readLastLines } from "./log-file.ts";
import type { Progress } from "./progress.ts";
import { runOnce } from "./run-once.ts";
import { logsDir, type Settings } from "./settings.ts";
import { startLocalRunner, startWeb, startWorkers } from "./start-services.ts";
import { startStudioDatabase } from "./studio-database.ts";
import { StudioError } from "./studio-error.ts";
import { readSecrets } from "./studio-secrets.ts";
import type { Supervised } from "./supervise.ts";
import { untilHealthy } from "./until-healthy.ts";

export interface Studio {
  url: string;
  databaseUrl: string;
  web: Supervised;
  workers: Supervised;
  /** Rejects when a part died too often to go on. */
  failed: Promise<never>;
  /** Stops web, workers and database, in this order, within their grace times. */
  stop(): Promise<void>;
}

interface StartOptions {
  progress: Progress;
  /** Aborts the start; what runs by then is stopped. */
  signal: AbortSignal;
  withSampleCorpus: boolean;
  /** Goes before the environment of this process. */
  env?: Readonly<Record<string, string>>;
}

/** Starts everything that the sources were prepared for, and answers when it is healthy. */
export async function startStudio(settings: Settings, options: StartOptions): Promise<Studio> {
  await mkdir(logsDir(settings.dataDir), { recursive: true });
  const running = new Map<string, Supervised>();
  const stop = async () => {
    for (const [name, service] of [...running].toReversed()) {
      running.delete(name);
      await service.stop();
    }
  };
  try {
    return { ...(await startParts(settings, options, running)), url: settings.url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Puts each part into `running` as soon as it runs, in the order in which it needs the others. */
async function startParts(
  settings: Settings,
  { progress, signal, withSampleCorpus, env: extra }: StartOptions,
  running: Map<string, Supervised>,
): Promise<Omit<Studio, "url" | "stop">> {
  const { dataDir } = settings;
  const secrets = await readSecrets(dataDir);
  let { databaseUrl } = settings;
  if (databaseUrl === undefined) {
    const database = await progress.step("Starting the database", () =>
      startStudioDatabase(dataDir, secrets, progress),
    );
    running.set("postgres", database.service);
    databaseUrl = database.url;
  }
  const env = { ...childEnvironment(settings, databaseUrl, secrets.secret), ...extra };
  await progress.step("Preparing the database", () =>
    prepareDatabase(dataDir, { env, signal, withSampleCorpus }),
  );
  const workers = await startWorkers({ settings, env, progress });
  running.set("workers", workers);
  const web = await startWeb({ settings, env, progress });
  running.set("web", web);
  const failed = Promise.race(
    [...running].map(([name, service]) => explainEnd(name, service, dataDir)),
  );
  // Whoever runs the studio may listen later; until then a rejection is no crash.
  failed.catch(() => {});
  await progress.step("Starting web and workers", () =>
    Promise.race([failed, untilHealthy(settings, signal)]),
  );
  if (settings.withLocalRunner) {
    running.set("runner", await startLocalRunner({ settings, env, progress }));
  }
  return { databaseUrl, web, workers, failed };
}

function childEnvironment(settings: Settings, databaseUrl: string, secret: string) {
  return {
    ...process.env,
    NODE_ENV: settings.mode,
    NEXT_TELEMETRY_DISABLED: "1",
    DATABASE_URL: databaseUrl,
    FOUNDRY_SECRET: process.env["FOUNDRY_SECRET"] || secret,
    FOUNDRY_URL: settings.url,
    FOUNDRY_DATA_DIR: settings.dataDir,
    WORKER_ALIVE_FILE: join(settings.dataDir, "worker.alive"),
    ...(settings.redisUrl === undefined ? {} : { REDIS_URL: settings.redisUrl }),
  };
}

async function prepareDatabase(
  dataDir: string,
  options: { env: NodeJS.ProcessEnv; signal: AbortSignal; withSampleCorpus: boolean },
): Promise<void> {
  const log = openLogFile(join(logsDir(dataDir), "prepare-database.log"), { isFresh: true });
  const flags = options.withSampleCorpus ? ["--sample-corpus"] : [];
  const args = ["--import", "tsx", "scripts/prepare-database.ts", ...flags];
  await runOnce("Preparing the database", args, { ...options, log });
}

/** Never resolves; rejects with the end of the log of a part that was given up. */
async function explainEnd(name: string, service: Supervised, dataDir: string): Promise<never> {
  try {
    await service.ended;
  } catch (error) {
    const path = join(logsDir(dataDir), `${name}.log`);
    const reason = error instanceof Error ? error.message : String(error);
    throw new StudioError(`${reason}. The end of ${path}:\n${await readLastLines(path)}`);
  }
  return new Promise<never>(() => {});
}
