/**
 * `npm run bench`: every benchmark. `npm run bench -- web-weight`: one.
 * Each prints ratios against a limit or a peer of the same run, and fails when a limit is broken.
 */
import { measureChecks } from "./checks.ts";
import { measureClaim } from "./claim.ts";
import { measureGeneration } from "./generation.ts";
import { measurePrompts } from "./prompts.ts";
import { measureWebWeight } from "./web-weight.ts";

/** Answers whether it kept within its limits. */
const BENCHMARKS: Record<string, () => Promise<boolean>> = {
  "web-weight": measureWebWeight,
  claim: measureClaim,
  prompts: measurePrompts,
  checks: measureChecks,
  generation: measureGeneration,
};

const chosen = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const names = chosen.length > 0 ? chosen : Object.keys(BENCHMARKS);
let isGood = true;
for (const name of names) {
  const measure = BENCHMARKS[name];
  if (!measure)
    throw new Error(`no benchmark ${name}; there are ${Object.keys(BENCHMARKS).join(", ")}`);
  console.log(`\n── ${name} ${"─".repeat(60 - name.length)}\n`);
  isGood = (await measure()) && isGood;
}
process.exit(isGood ? 0 : 1);
