import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createDatabase, type Database } from "@foundry/prisma/client";
import { findFreePort } from "@foundry/prisma/temporary-postgres";
import { silentProgress } from "../../scripts/studio/progress.ts";
import type { Settings } from "../../scripts/studio/settings.ts";
import { startStudio } from "../../scripts/studio/start-studio.ts";
import { readSecrets } from "../../scripts/studio/studio-secrets.ts";
import { untilHealthy } from "../../scripts/studio/until-healthy.ts";

export interface StudioOptions {
  withSampleCorpus: boolean;
  /** Trains on this machine too. */
  withLocalRunner?: boolean;
  /** Runs the queue on this Redis and not on Postgres. */
  redisUrl?: string;
  /** For web and workers, before the environment of the tests. */
  env?: Readonly<Record<string, string>>;
}

/** A whole studio with its own data folder, started by the same code as `npm start`. */
export interface TestStudio {
  url: string;
  /** Everything the studio keeps. Its logs are in `logs/`. */
  dataDir: string;
  databaseUrl: string;
  db: Database;
  /** Signs its session cookies. */
  secret: string;
  /** SIGKILL, as in a crash; the studio starts the part again by itself. Resolves when it is dead. */
  kill(part: "web" | "workers"): Promise<void>;
  /** Resolves when /api/health says `ok`. */
  untilHealthy(): Promise<void>;
  stop(): Promise<void>;
}

export async function startTestStudio(options: StudioOptions): Promise<TestStudio> {
  const dataDir = await mkdtemp(join(tmpdir(), "foundry-e2e-"));
  const port = await findFreePort();
  const settings: Settings = {
    mode: "production",
    host: "127.0.0.1",
    port,
    url: `http://localhost:${port}`,
    dataDir,
    databaseUrl: undefined,
    redisUrl: options.redisUrl,
    withLocalRunner: options.withLocalRunner ?? false,
  };
  const { signal } = new AbortController();
  const { withSampleCorpus, env = {} } = options;
  const studio = await startStudio(settings, {
    progress: silentProgress,
    signal,
    withSampleCorpus,
    env,
  });
  const { secret } = await readSecrets(dataDir);
  const db = createDatabase(studio.databaseUrl);
  return {
    url: studio.url,
    dataDir,
    databaseUrl: studio.databaseUrl,
    db,
    secret,
    async kill(part) {
      const running = studio[part].current();
      running.kill("SIGKILL");
      await running.exited;
    },
    untilHealthy: () => untilHealthy(settings, signal),
    async stop() {
      await db.$disconnect();
      await studio.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
