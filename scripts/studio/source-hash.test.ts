import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { hashSources } from "./source-hash.ts";

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "foundry-hash-"));
  await mkdir(join(root, "app/.next"), { recursive: true });
  await mkdir(join(root, "app/node_modules"));
  await writeFile(join(root, "app/page.tsx"), "one");
});
afterEach(() => rm(root, { recursive: true }));

it.each([
  ["a changed file", "app/page.tsx", true],
  ["a new file", "app/other.css", true],
  ["a test", "app/page.test.ts", false],
  ["what the build made", "app/.next/page.js", false],
  ["a package", "app/node_modules/package.js", false],
])("%s: %s changes the hash: %s", async (_title, path, isChanged) => {
  const before = await hashSources(root, ["app"]);
  await writeFile(join(root, path), "two");
  expect((await hashSources(root, ["app"])) !== before).toBe(isChanged);
});
