import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { takeLock } from "./studio-lock.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "foundry-lock-"));
});
afterEach(() => rm(folder, { recursive: true }));

it("refuses a second studio in one line that says where the first one is", async () => {
  const release = await takeLock(folder, "http://localhost:3000");
  await expect(takeLock(folder, "http://localhost:3001")).rejects.toThrow(
    `IR Foundry already runs at http://localhost:3000 (process ${process.pid}, data in ${folder}).`,
  );
  await release();
  await (
    await takeLock(folder, "http://localhost:3001")
  )();
  expect(await readdir(folder)).toEqual([]);
});

it("takes over the lock of a process that is gone", async () => {
  await writeFile(
    join(folder, "lock"),
    JSON.stringify({ pid: 2 ** 22 + 1, startedAt: "x", url: "y" }),
  );
  await takeLock(folder, "http://localhost:3000");
  expect(await readFile(join(folder, "lock"), "utf8")).toContain(`"pid":${process.pid}`);
});

it("takes over the lock of a process whose id another program has now", async () => {
  await writeFile(
    join(folder, "lock"),
    JSON.stringify({ pid: process.ppid, startedAt: "x", url: "y" }),
  );
  await takeLock(folder, "http://localhost:3000");
  expect(await readFile(join(folder, "lock"), "utf8")).toContain(`"pid":${process.pid}`);
});
