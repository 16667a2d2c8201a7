import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checksOverviewSchema } from "@foundry/core/findings/finding.schema";
import { getChecksOverview } from "@foundry/core/findings/get-checks-overview";
import { startImport } from "@foundry/core/imports/start-import";
import { until } from "@foundry/core/loops/testing/until";
import { createFolderStorage } from "@foundry/core/storage/folder-storage";
import { makePromptWithIr } from "@foundry/prisma/factories/make-prompt-with-ir";
import { makeSample } from "@foundry/prisma/factories/make-sample";
import { makeUser } from "@foundry/prisma/factories/make-user";
import { dbTest } from "@foundry/prisma/testing/db-test";
import { describe, expect } from "vitest";

/** Starts programs of this folder as an operator would, and ends what is left of them. */
const programTest = dbTest.extend<{
  dataDir: string;
  run: (file: string, env: Record<string, string>) => ChildProcess;
}>({
  dataDir: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), "foundry-worker-"));
    await use(folder);
    await rm(folder, { recursive: true });
  },
  run: async ({ databaseUrl, dataDir }, use) => {
    const programs: ChildProcess[] = [];
    await use((file, env) => {
      const program = spawn(
        process.execPath,
        ["--import", "tsx", join(import.meta.dirname, file)],
        {
          env: {
            DATABASE_URL: databaseUrl,
            FOUNDRY_DATA_DIR: dataDir,
            WORKER_ALIVE_FILE: join(dataDir, "alive"),
            ...env,
          },
          stdio: ["ignore", "pipe", "ignore"],
        },
      );
      programs.push(program);
      return program;
    });
    for (const program of programs) program.kill("SIGKILL");
  },
});

async function exitCode(program: ChildProcess): Promise<number | null> {
  const [code] = (await once(program, "exit")) as [number | null];
  return code;
}

async function firstLine(program: ChildProcess): Promise<unknown> {
  let text = "";
  program.stdout?.on("data", (chunk: Buffer) => (text += chunk.toString()));
  await until(() => text.includes("\n"), 40_000);
  return JSON.parse(text);
}

describe.each(["postgres", "redis"] as const)("the worker process on %s", (queue) => {
  programTest(
    "says that it is ready, checks what waits, imports a file, is healthy, and stops when told",
    async ({ db, dataDir, redisUrl, run }) => {
      await makeSample(db);
      const env: Record<string, string> = queue === "redis" ? { REDIS_URL: redisUrl } : {};
      const worker = run("main.ts", env);
      expect(await firstLine(worker)).toEqual({ ready: true, queue, concurrency: 4 });

      const admin = await makeUser(db, { role: "admin" });
      await until(async () => (await db.irCheck.count()) === 1, 20_000);
      const { prompt, irRaw } = makePromptWithIr(1);
      const started = await startImport(
        db,
        createFolderStorage(join(dataDir, "uploads")),
        admin.actor,
        {
          fileName: "prompts.json",
          content: new Blob([`{"prompt":${JSON.stringify(prompt)},"ir":${irRaw}}`]).stream(),
        },
      );
      await until(async () => {
        const { state } = await db.import.findUniqueOrThrow({ where: { id: started.id } });
        return state === "done";
      });
      expect(await db.prompt.count()).toBe(2);
      await until(async () => (await db.irCheck.count()) === 2, 20_000);
      const overview = await getChecksOverview(db, admin.actor);
      expect(checksOverviewSchema.parse(overview)).toMatchObject({ checkedIrs: 2, waitingIrs: 0 });
      // Whether it works depends on the machine; the worker says which of the two.
      expect(JSON.stringify(overview.sandbox)).not.toContain("no worker has started");

      expect(await exitCode(run("health.ts", env))).toBe(0);
      worker.kill("SIGTERM");
      expect(await exitCode(worker)).toBe(0);
      expect(await exitCode(run("health.ts", env))).toBe(1);
    },
  );
});

programTest("stops at a bad environment", async ({ run }) => {
  expect(await exitCode(run("main.ts", { WORKER_CONCURRENCY: "many" }))).toBe(1);
  expect(await exitCode(run("main.ts", { DATABASE_URL: "postgresql://x:y@127.0.0.1:1/z" }))).toBe(
    1,
  );
});
