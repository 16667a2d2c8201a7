/** Puts what Python in the browser needs where the web app serves it: apps/web/public/sandbox. */
import { createHash } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { bundleHarness } from "@foundry/core/evidence/harness/bundle-harness";
import { ROOT } from "./studio/settings.ts";

const WEB = join(ROOT, "apps/web");
const FOLDER = join(WEB, "public/sandbox");

const pyodide = dirname(createRequire(join(WEB, "package.json")).resolve("pyodide/package.json"));

const copies: [path: string, type: string][] = [
  [join(pyodide, "pyodide.mjs"), "text/javascript"],
  [join(pyodide, "pyodide.asm.mjs"), "text/javascript"],
  [join(pyodide, "pyodide.asm.wasm"), "application/wasm"],
  [join(pyodide, "python_stdlib.zip"), "application/zip"],
  [join(WEB, "src/components/sandbox/python-worker.js"), "text/javascript"],
];

const files: { name: string; type: string; content: Uint8Array }[] = await Promise.all(
  copies.map(async ([path, type]) => ({
    name: basename(path),
    type,
    content: await readFile(path),
  })),
);
files.push({ name: "harness.zip", type: "application/zip", content: await bundleHarness() });
files.push({
  name: "pyodide-lock.json",
  type: "application/json",
  content: await readLockWithoutPackages(),
});

await rm(FOLDER, { recursive: true, force: true });
await mkdir(FOLDER, { recursive: true });
for (const { name, content } of files) await writeFile(join(FOLDER, name), content);
const list = files.map(({ name, type, content }) => ({
  name,
  type,
  bytes: content.length,
  version: createHash("sha256").update(content).digest("hex").slice(0, 16),
}));
await writeFile(join(FOLDER, "files.json"), JSON.stringify(list));

/** What is not in the standard library is not there; the list of packages would be 120 kB of names. */
async function readLockWithoutPackages(): Promise<Uint8Array> {
  const lock: unknown = JSON.parse(await readFile(join(pyodide, "pyodide-lock.json"), "utf8"));
  return new TextEncoder().encode(JSON.stringify({ ...Object(lock), packages: {} }));
}
