import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { checkFiles } from "./boundary-rules.ts";
import { checkClosures } from "./closure-rules.ts";
import { readImports } from "./read-imports.ts";

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "foundry-boundaries-"));
});
afterEach(() => rm(root, { recursive: true }));

/** Writes a small tree in the shape of ours and answers with what the rules say about it. */
async function check(files: Record<string, string>): Promise<string[]> {
  const packages = {
    "packages/core/package.json": `{ "name": "@foundry/core", "exports": { "./*": "./src/*.ts" } }`,
    "prisma/package.json": `{ "name": "@foundry/prisma", "exports": { "./client": "./client.ts" } }`,
    "prisma/client.ts": "export const createDatabase = 1;",
  };
  for (const [path, text] of Object.entries({ ...packages, ...files })) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  await mkdir(join(root, "node_modules/@foundry"), { recursive: true });
  await symlink(join(root, "packages/core"), join(root, "node_modules/@foundry/core"));
  await symlink(join(root, "prisma"), join(root, "node_modules/@foundry/prisma"));
  const tree = await readImports(root);
  return [...checkFiles(tree), ...checkClosures(tree)].map(
    ({ file, line, rule }) => `${rule} ${file}:${line}`,
  );
}

it("accepts what flows one way", async () => {
  const violations = await check({
    "apps/web/src/app/page.tsx": `import { Desk } from "../features/review/desk";`,
    "apps/web/src/features/review/desk.tsx": `"use client";
      import { Button } from "../../components/button";
      import { verdicts } from "@foundry/core/reviews/review.schema";
      import type { Database } from "@foundry/core/reviews/record-review";`,
    "apps/web/src/components/button.tsx": `export const Button = 1;`,
    "apps/web/src/server/clients.ts": `import { createDatabase } from "@foundry/prisma/client";`,
    "packages/core/src/reviews/review.schema.ts": `import { z } from "zod";`,
    "packages/core/src/reviews/record-review.ts": `import { randomUUID } from "node:crypto";`,
    "packages/core/src/jobs/jobs.ts": `import { z } from "zod";\nexport * as zod from "zod";`,
  });
  expect(violations).toEqual([]);
});

it.each([
  ["an app imports another app", "parts", "apps/web/src/a.ts", `import "../../cli/src/a.ts";`],
  [
    "the workers import the web app",
    "parts",
    "workers/src/a.ts",
    `import "../../apps/web/src/a.ts";`,
  ],
  [
    "core imports the workers",
    "parts",
    "packages/core/src/x/a.ts",
    `import "../../../../workers/src/a.ts";`,
  ],
  [
    "core imports only a type of an app",
    "parts",
    "packages/core/src/x/a.ts",
    `import type { A } from "../../../../apps/web/src/a.ts";`,
  ],
  [
    "the product imports a factory",
    "parts",
    "workers/src/a.ts",
    `import "../../prisma/factories/a.ts";`,
  ],
  ["e2e imports core", "parts", "e2e/a.ts", `import "@foundry/core/x/a";`],
  [
    "a feature imports another",
    "features",
    "apps/web/src/features/one/a.ts",
    `import "../two/a.ts";`,
  ],
  [
    "a feature re-exports from another",
    "features",
    "apps/web/src/features/one/a.ts",
    `export { a } from "../two/a.ts";`,
  ],
  [
    "a feature loads another later",
    "features",
    "apps/web/src/features/one/a.ts",
    `await import("../two/a.ts");`,
  ],
  [
    "a feature imports the app",
    "web-layers",
    "apps/web/src/features/one/a.ts",
    `import "../../app/a.ts";`,
  ],
  [
    "a component imports a feature",
    "web-layers",
    "apps/web/src/components/a.ts",
    `import "../features/one/b.ts";`,
  ],
  [
    "a page reaches the database",
    "web-layers",
    "apps/web/src/app/b.ts",
    `import "@foundry/prisma/client";`,
  ],
  [
    "core constructs its own client",
    "clients",
    "packages/core/src/x/a.ts",
    `import { createDatabase } from "@foundry/prisma/client";`,
  ],
  [
    "a handler talks to the queue library",
    "queue-library",
    "workers/src/a.ts",
    `import { Queue } from "bullmq";`,
  ],
  ["a file does not exist", "unresolved", "workers/src/a.ts", `import "./nowhere.ts";`],
  [
    "everything is exported again",
    "barrels",
    "packages/core/src/x/a.ts",
    `export * from "./b.ts";`,
  ],
  [
    "an index file appears",
    "barrels",
    "packages/core/src/x/index.ts",
    `export { b } from "./b.ts";`,
  ],
  [
    "the job catalogue loads more than zod",
    "job-catalogue",
    "packages/core/src/jobs/jobs.ts",
    `import "../x/node.ts";`,
  ],
  [
    "browser code loads a Node module",
    "browser-purity",
    "apps/web/src/components/a.tsx",
    `"use client"; import "node:fs";`,
  ],
  [
    "browser code loads the logger's package",
    "browser-purity",
    "apps/web/src/components/a.tsx",
    `"use client"; import "pino";`,
  ],
])("refuses it when %s", async (_title, rule, path, text) => {
  const violations = await check({
    "apps/web/src/a.ts": "",
    "apps/web/src/app/a.ts": "",
    "apps/web/src/features/one/b.ts": "",
    "apps/web/src/features/two/a.ts": "",
    "apps/cli/src/a.ts": "",
    "workers/src/a.ts": "",
    "packages/core/src/x/a.ts": "",
    "packages/core/src/x/b.ts": "",
    "packages/core/src/x/node.ts": `import "node:fs";`,
    "prisma/factories/a.ts": "",
    [path]: text,
  });
  expect(violations.map((violation) => violation.split(":")[0])).toContain(
    rule === "job-catalogue" ? `${rule} packages/core/src/x/node.ts` : `${rule} ${path}`,
  );
});

it("follows browser code through core to the module that is not pure", async () => {
  const violations = await check({
    "apps/web/src/features/review/desk.tsx": `"use client"; import "./hooks.ts";`,
    "apps/web/src/features/review/hooks.ts": `import "@foundry/core/reviews/pure";`,
    "packages/core/src/reviews/pure.ts": `import { z } from "zod";\nimport "../logger.ts";`,
    "packages/core/src/logger.ts": `import pino from "pino";`,
  });
  expect(violations).toEqual(["browser-purity packages/core/src/logger.ts:1"]);
});

it("follows a web worker that browser code starts", async () => {
  const violations = await check({
    "apps/web/src/components/a.tsx": `"use client"; new Worker(new URL("./b.worker.ts", import.meta.url));`,
    "apps/web/src/components/b.worker.ts": `import "node:fs";`,
  });
  expect(violations).toEqual(["browser-purity apps/web/src/components/b.worker.ts:1"]);
});

it("finds a cycle of files, and folders that call each other", async () => {
  const violations = await check({
    "packages/core/src/one/a.ts": `import "../two/b.ts";`,
    "packages/core/src/two/b.ts": `import "./c.ts";`,
    "packages/core/src/two/c.ts": `import "../one/a.ts";`,
  });
  expect(violations.sort()).toEqual([
    "cycles packages/core/src/two/c.ts:1",
    "folders packages/core/src/one/a.ts:1",
    "folders packages/core/src/two/c.ts:1",
  ]);
});
