import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../studio/settings.ts";
import { StudioError } from "../studio/studio-error.ts";
import { findChromium } from "./find-program.ts";
import { installTools } from "./install-tools.ts";
import { type Counts, countResults, removeOldReport, type Suite, SUITES } from "./suites.ts";

/** Runs every suite, even after a failure, and closes with one line that sums them up. */
export async function main(): Promise<void> {
  try {
    await installTools();
  } catch (error) {
    if (!(error instanceof StudioError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
  mkdirSync(join(ROOT, ".cache"), { recursive: true });
  const results: { name: string; counts: Counts; seconds: string }[] = [];
  for (const suite of SUITES) {
    console.log(`\n── ${suite.name} ${"─".repeat(60 - suite.name.length)}\n`);
    const startedAt = performance.now();
    removeOldReport(suite);
    const counts = countResults(suite, await runSuite(suite));
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
    results.push({ name: suite.name, counts, seconds });
  }
  summarise(results);
}

function runSuite({ args }: Suite): Promise<number | null> {
  const suite = spawn(process.execPath, args, {
    cwd: ROOT,
    stdio: ["ignore", "inherit", "inherit"],
    env: {
      ...process.env,
      CHROMIUM_PATH: findChromium(),
      ...(process.stdout.isTTY ? {} : { NO_COLOR: "1" }),
    },
  });
  return new Promise((resolve) => {
    suite.once("error", () => resolve(1));
    suite.once("exit", (code) => resolve(code));
  });
}

function summarise(results: { name: string; counts: Counts; seconds: string }[]) {
  console.log(`\n── all ${"─".repeat(57)}\n`);
  const total: Counts = { passed: 0, failed: 0, skipped: 0 };
  for (const { name, counts, seconds } of results) {
    // A test that is skipped proves nothing, so it fails.
    const failed = counts.failed + counts.skipped;
    const skipped = counts.skipped > 0 ? ` (${counts.skipped} of them skipped)` : "";
    console.log(
      `${failed === 0 ? "✓" : "✗"} ${name.padEnd(12)} ${counts.passed} good, ${failed} bad${skipped}, ${seconds} s`,
    );
    total.passed += counts.passed;
    total.failed += failed;
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}
