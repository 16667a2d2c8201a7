import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { LogFile } from "./log-file.ts";
import type { Progress } from "./progress.ts";
import { runOnce } from "./run-once.ts";
import { ROOT } from "./settings.ts";
import { hashSources } from "./source-hash.ts";

interface Made {
  label: string;
  /** What the result is made of. */
  sources: string[];
  /** Lies beside the result, so that it goes when the result goes. */
  stamp: string;
  args: string[];
}

const CLIENT: Made = {
  label: "Generating the database client",
  sources: ["prisma/schema", "prisma.config.ts", "package-lock.json"],
  stamp: "prisma/generated/.source-hash",
  args: ["node_modules/prisma/build/index.js", "generate", "--no-hints"],
};

const SANDBOX: Made = {
  label: "Laying out Python for the browser",
  sources: [
    "scripts/prepare-sandbox.ts",
    "apps/web/src/components/sandbox/python-worker.js",
    "packages/core/src/evidence/harness",
    "node_modules/pyodide/package.json",
  ],
  stamp: "apps/web/public/sandbox/.source-hash",
  args: ["--import", "tsx", "scripts/prepare-sandbox.ts"],
};

const WEB_APP: Made = {
  label: "Building the web app (about a minute, only after changes)",
  sources: [
    "apps/web",
    "packages",
    "prisma/client.ts",
    "prisma/schema",
    "tsconfig.base.json",
    "package-lock.json",
  ],
  stamp: "apps/web/.next/.source-hash",
  args: ["node_modules/next/dist/bin/next", "build", "apps/web"],
};

/** Makes what is made from the sources, where the sources changed since. */
export async function prepareSources(
  what: "client" | "all",
  tools: { progress: Progress; log: LogFile; signal: AbortSignal },
): Promise<void> {
  await make(CLIENT, tools);
  await make(SANDBOX, tools);
  if (what === "all") await make(WEB_APP, tools);
}

async function make(
  { label, sources, stamp, args }: Made,
  { progress, log, signal }: { progress: Progress; log: LogFile; signal: AbortSignal },
) {
  const hash = await hashSources(ROOT, sources);
  const stampPath = join(ROOT, stamp);
  if ((await readFile(stampPath, "utf8").catch(() => "")) === hash) return;
  const env = {
    ...process.env,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    CHECKPOINT_DISABLE: "1",
    // Prisma would download its engine even though `generate` does not run it; any program will do.
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
  };
  await progress.step(label, async () => {
    // Gone while it works, so that a build that is cut short is made again.
    await writeFile(stampPath, "").catch(() => {});
    await runOnce(label, args, { env, log, signal });
    await mkdir(dirname(stampPath), { recursive: true });
    await writeFile(stampPath, hash);
  });
}
