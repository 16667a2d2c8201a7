import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Actor } from "../../auth/actor.ts";
import type { OrderGeneration } from "../generation.schema.ts";
import { DEFAULT_MODEL_ID } from "../prices/default-models.ts";
import { startGenerationRun } from "../runs/start-generation-run.ts";
import { makeOrder } from "../runs/testing/make-order.ts";
import { makePrompts } from "../runs/testing/make-prompts.ts";
import { acknowledgeTerms } from "../terms/acknowledge-terms.ts";
import { until } from "../../loops/testing/until.ts";
import type { Database, GenerationRun } from "@foundry/prisma/client";
import { makeUser } from "@foundry/prisma/factories/make-user";
import { readFirstLine } from "./read-first-line.ts";
import { type SpawnedProvider, spawnProvider } from "./spawn-provider.ts";

const MAIN = join(import.meta.dirname, "../../../../../workers/src/main.ts");

/** What the workers' connections to the database are called. */
const WORKER = "worker-of-the-test";

/** The worker as an operator runs it. */
export interface WorkerProcess {
  /** SIGKILL: as sudden as it gets. */
  kill(): Promise<void>;
}

export type WorkerKit = Awaited<ReturnType<typeof makeWorkerKit>>;

/** A stand-in provider and real workers, each in a process of its own. */
export async function makeWorkerKit({ db, databaseUrl }: { db: Database; databaseUrl: string }) {
  const provider: SpawnedProvider = await spawnProvider();
  const dataDir = await mkdtemp(join(tmpdir(), "foundry-generation-"));
  const ends: (() => Promise<void>)[] = [];

  return {
    provider,

    async startWorker(env: Readonly<Record<string, string>> = {}): Promise<WorkerProcess> {
      const worker = spawn(process.execPath, ["--import", "tsx", MAIN], {
        env: {
          DATABASE_URL: `${databaseUrl}?application_name=${WORKER}`,
          FOUNDRY_DATA_DIR: dataDir,
          WORKER_ALIVE_FILE: join(dataDir, `alive-${ends.length}`),
          ANTHROPIC_API_KEY: "key-of-the-test",
          ANTHROPIC_BASE_URL: provider.url,
          GENERATION_TIMEOUT_SECONDS: "5",
          LOG_LEVEL: "fatal",
          ...env,
        },
        stdio: ["ignore", "pipe", "inherit"],
      });
      const exited = once(worker, "exit");
      const kill = async () => {
        worker.kill("SIGKILL");
        if (worker.exitCode === null && worker.signalCode === null) await exited;
      };
      ends.push(kill);
      await readFirstLine(worker);
      return { kill };
    },

    /** Orders a run over prompts of the catalogue, as soon as a worker has said that it has a key. */
    async order(
      catalogue: { seed: string; count: number },
      changes: Partial<Omit<OrderGeneration, "choice">> = {},
    ): Promise<{ id: string; actor: Actor }> {
      await provider.configure({ catalogue: [catalogue] });
      await makePrompts(db, catalogue.count, catalogue);
      const { actor } = await makeUser(db, { role: "admin" });
      await acknowledgeTerms(db, actor);
      await until(async () => (await db.providerCheck.count({ where: { isOk: true } })) === 1);
      const order = makeOrder({ producer: "anthropic", model: DEFAULT_MODEL_ID, ...changes });
      const { id } = await startGenerationRun(db, actor, order);
      return { id, actor };
    },

    readRun: (id: string) => db.generationRun.findUniqueOrThrow({ where: { id } }),

    /** Until nobody works on the run any more, in whatever state it is then. */
    async untilAtRest(id: string, withinMs = 400_000): Promise<GenerationRun> {
      await until(async () => {
        const run = await db.generationRun.findUniqueOrThrow({ where: { id } });
        if (run.state === "waiting" || run.state === "running") return false;
        const atWork = await db.job.count({
          where: { name: "generateIrs", state: { in: ["ready", "running"] } },
        });
        return atWork === 0;
      }, withinMs);
      return db.generationRun.findUniqueOrThrow({ where: { id } });
    },

    /** Until so many requests of the run were sent, by the ledger. */
    async untilSent(runId: string, count: number, withinMs = 240_000): Promise<void> {
      const where = { runId, sentAt: { not: null } };
      await until(async () => (await db.llmCall.count({ where })) >= count, withinMs);
    },

    /** Ends every connection that a worker has to the database, as a restart of it would. */
    async cutOffWorkers(): Promise<void> {
      const cut = await db.$queryRaw<unknown[]>`
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND application_name = ${WORKER}`;
      if (cut.length === 0) throw new Error("no worker was connected");
    },

    async close() {
      for (const end of ends) await end();
      await provider.stop();
      await rm(dataDir, { recursive: true, force: true, maxRetries: 20 });
    },
  };
}
