import { type ChildProcess, spawn } from "node:child_process";
import { chmod, lstat, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { afterEach, beforeEach, expect, it } from "vitest";
import { startEmbeddedPostgres } from "./embedded-postgres.ts";
import { findFreePort } from "./temporary-postgres.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "foundry embedded-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function start() {
  return startEmbeddedPostgres({
    dataDir: join(folder, "data"),
    port: await findFreePort(),
    password: "secret",
    logFile: join(folder, "server.log"),
  });
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(sql);
  await client.end();
  return rows;
}

it("keeps its data in a folder with a space in its name", async () => {
  await chmod(folder, 0o755);
  const first = await start();
  await query(first.url(), "CREATE TABLE kept AS SELECT 42 AS answer");
  await first.stop();
  const second = await start();
  expect(await query(second.url(), "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
  await second.stop();
});

it("lives elsewhere when root starts it below a folder that is closed to others", async () => {
  await chmod(folder, 0o700);
  const first = await start();
  await query(first.url(), "CREATE TABLE kept AS SELECT 42 AS answer");
  await first.stop();
  const second = await start();
  expect(await query(second.url(), "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
  await second.stop();

  const isRoot = process.getuid?.() === 0;
  const data = await lstat(join(folder, "data"));
  expect(data.isSymbolicLink()).toBe(isRoot);
  await rm(second.dataDir, { recursive: true });
});

it("starts over when an earlier initialisation was cut short", async () => {
  await chmod(folder, 0o755);
  const first = await start();
  await first.stop();
  await writeFile(join(folder, "data.password"), "secret");
  await rm(join(folder, "data/global"), { recursive: true });
  const second = await start();
  expect(await query(second.url(), "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  await second.stop();
});

it("ends when the process that started it is killed", async () => {
  await chmod(folder, 0o755);
  const script = `
    import { startEmbeddedPostgres } from ${JSON.stringify(join(import.meta.dirname, "embedded-postgres.ts"))};
    const server = await startEmbeddedPostgres(${JSON.stringify({
      dataDir: join(folder, "data"),
      port: await findFreePort(),
      password: "secret",
      logFile: join(folder, "server.log"),
    })});
    console.log(server.pid);`;
  const program = join(folder, "start.mts");
  await writeFile(program, script);
  const parent = spawn(process.execPath, ["--import", "tsx", program], {
    cwd: import.meta.dirname,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const pid = Number(await firstOutput(parent));
  parent.kill("SIGKILL");
  for (const deadline = Date.now() + 20_000; isRunning(pid); await delay(20)) {
    expect(Date.now()).toBeLessThan(deadline);
  }
  expect(await readFile(join(folder, "server.log"), "utf8")).toContain(
    "ready to accept connections",
  );
});

function firstOutput(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout?.once("data", (chunk: Buffer) => resolve(chunk.toString()));
    child.once("exit", (code) => reject(new Error(`ended with exit code ${code}`)));
  });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false; // ESRCH: no such process.
  }
}
