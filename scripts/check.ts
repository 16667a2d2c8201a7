/**
 * `npm run check`: all that can be said about the code without running it. Every part runs, so that
 * one look shows everything. `npm run check -- lint unused` runs only those parts.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..");

/** Each part's programs, as paths below node_modules with their arguments. */
const PARTS: Record<string, string[][]> = {
  "format:check": [["oxfmt/bin/oxfmt", "--check"]],
  lint: [["oxlint/bin/oxlint"], ["tsx/dist/cli.mjs", "scripts/boundaries/check-boundaries.ts"]],
  typecheck: [
    ["next/dist/bin/next", "typegen", "apps/web"],
    ["typescript/bin/tsc", "-p", "tsconfig.json"],
    ["typescript/bin/tsc", "-p", "apps/web/tsconfig.json"],
  ],
  unused: [["knip/bin/knip.js"]],
};

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  console.error(`no part ${unknown.join(", ")}; there are ${Object.keys(PARTS).join(", ")}`);
  process.exit(2);
}
// Lint and types look into the generated database client.
runProgram(["tsx/dist/cli.mjs", "scripts/build.ts", "client"]);
const names = chosen.length > 0 ? chosen : Object.keys(PARTS);
const failed = names.filter((name) => !runPart(name));
console.log(failed.length === 0 ? "all good" : `not good: ${failed.join(", ")}`);
process.exitCode = failed.length === 0 ? 0 : 1;

function runPart(name: string): boolean {
  const startedAt = performance.now();
  const results = (PARTS[name] ?? []).map(runProgram);
  const isGood = results.every(({ status }) => status === 0);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${isGood ? "✓" : "✗"} ${name}  ${seconds} s`);
  if (!isGood)
    console.log(
      results
        .map(({ stdout, stderr }) => stdout + stderr)
        .join("")
        .trim(),
    );
  return isGood;
}

function runProgram([program = "", ...args]: string[]) {
  return spawnSync(process.execPath, [join(ROOT, "node_modules", program), ...args], {
    cwd: ROOT,
    encoding: "utf8",
    maxBuffer: 64_000_000,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
  });
}
