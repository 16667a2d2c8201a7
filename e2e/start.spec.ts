import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { findFreePort } from "@foundry/prisma/temporary-postgres";
import { ROOT } from "../scripts/studio/settings.ts";

const READY = /IR Foundry is ready: (\S+)/;

let dataDir: string;
let port: number;
const started: ChildProcess[] = [];

test.beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "foundry start-"));
  port = await findFreePort();
});
test.afterEach(async () => {
  for (const studio of started.splice(0)) studio.kill("SIGKILL");
  await rm(dataDir, { recursive: true, force: true, maxRetries: 50 });
});

/** `npm start` as a person runs it, and everything it prints. */
function start(env: Record<string, string> = {}) {
  const studio = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: ROOT,
    env: { ...process.env, PORT: String(port), FOUNDRY_DATA_DIR: dataDir, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  started.push(studio);
  let output = "";
  for (const stream of [studio.stdout, studio.stderr]) {
    stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  }
  const ended = new Promise<number | null>((resolve) => studio.once("close", resolve));
  return {
    studio,
    ended,
    output: () => output,
    untilReady: () => expect.poll(() => output, { timeout: 60_000 }).toMatch(READY),
  };
}

async function findAdmin(): Promise<boolean> {
  const answer = await fetch(`http://localhost:${port}/api/setup`);
  return !((await answer.json()) as { needsAdmin: boolean }).needsAdmin;
}

async function isListening(): Promise<boolean> {
  return fetch(`http://localhost:${port}/api/health`).then(
    () => true,
    () => false,
  );
}

test("the studio keeps its data over a clean stop and over being killed", async () => {
  test.setTimeout(240_000);
  const first = start();
  await first.untilReady();
  const created = await fetch(`http://localhost:${port}/api/setup`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-foundry-request": "1",
      origin: `http://localhost:${port}`,
    },
    body: JSON.stringify({
      name: "Ada",
      email: "ada@example.org",
      password: "correct-horse-battery",
    }),
  });
  expect(created.ok, await created.text()).toBe(true);

  first.studio.kill("SIGTERM");
  expect(await first.ended).toBe(0);
  expect(await isListening()).toBe(false);

  const second = start();
  await second.untilReady();
  expect(await findAdmin()).toBe(true);
  second.studio.kill("SIGKILL");
  // Web, workers and Postgres notice by themselves that nobody watches over them any more.
  await expect.poll(isListening, { timeout: 30_000 }).toBe(false);

  const third = start();
  await third.untilReady();
  expect(await findAdmin()).toBe(true);
  third.studio.kill("SIGINT");
  expect(await third.ended).toBe(0);
});

test("a second start says in one line that the studio already runs", async () => {
  test.setTimeout(120_000);
  const first = start();
  await first.untilReady();
  const second = start();
  expect(await second.ended).toBe(1);
  expect(second.output().trim().split("\n")).toEqual([
    expect.stringContaining(`IR Foundry already runs at http://localhost:${port}`),
  ]);
  first.studio.kill("SIGTERM");
  await first.ended;
});

test("a port that is taken is said in one line", async () => {
  const squatter = spawn(process.execPath, [
    "-e",
    `require("net").createServer().listen(${port}, "127.0.0.1", () => console.log("up"))`,
  ]);
  started.push(squatter);
  await new Promise((resolve) => squatter.stdout.once("data", resolve));
  const studio = start();
  expect(await studio.ended).toBe(1);
  expect(studio.output().trim().split("\n")).toEqual([
    expect.stringContaining(`Port ${port} is taken by another program`),
  ]);
});
