import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../studio/settings.ts";

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

export interface Suite {
  name: string;
  /** Arguments of `node`. */
  args: string[];
  /** What its report says. Without a report the exit code is all there is. */
  report?: { path: string; read: (report: string) => Counts };
}

const reportPath = (name: string) => join(ROOT, `.cache/${name}-report.json`);
const TRAINER_REPORT = join(ROOT, ".cache/trainer-report.xml");

function vitest(name: string, project: string): Suite {
  const path = reportPath(name);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${path}`];
  return {
    name,
    args: ["node_modules/vitest/vitest.mjs", "run", "--project", project, ...reporters],
    report: { path, read: readVitest },
  };
}

/** In the order in which they tell a person most, soonest. */
export const SUITES: Suite[] = [
  { name: "check", args: ["--import", "tsx", "scripts/check.ts"] },
  vitest("unit", "unit"),
  vitest("database", "db"),
  {
    name: "trainer",
    args: ["--import", "tsx", "scripts/test/run-trainer-tests.ts", TRAINER_REPORT],
    report: { path: TRAINER_REPORT, read: readJunit },
  },
  { name: "build", args: ["--import", "tsx", "scripts/build.ts"] },
  {
    name: "end-to-end",
    args: ["node_modules/@playwright/test/cli.js", "test", "--config", "e2e/playwright.config.ts"],
    report: { path: reportPath("e2e"), read: readPlaywright },
  },
];

/** A suite that broke before its first test still counts as one failure. */
export function countResults(suite: Suite, exitCode: number | null): Counts {
  const { report } = suite;
  if (!report)
    return { passed: exitCode === 0 ? 1 : 0, failed: exitCode === 0 ? 0 : 1, skipped: 0 };
  const counts = readReport(report) ?? { passed: 0, failed: 0, skipped: 0 };
  const isBroken = exitCode !== 0 && counts.failed === 0;
  return isBroken ? { ...counts, failed: 1 } : counts;
}

export function removeOldReport({ report }: Suite) {
  if (report) rmSync(report.path, { force: true });
}

function readReport({ path, read }: NonNullable<Suite["report"]>): Counts | undefined {
  try {
    return read(readFileSync(path, "utf8"));
  } catch {
    return undefined; // It ended before it wrote one; the exit code says so.
  }
}

function readVitest(report: string): Counts {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(report) as {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
    numTodoTests: number;
  };
  return {
    passed: numPassedTests,
    failed: numFailedTests,
    skipped: numPendingTests + numTodoTests,
  };
}

function readPlaywright(report: string): Counts {
  const { stats } = JSON.parse(report) as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  };
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}

/** What pytest writes: one `testsuite` element with its sums. */
function readJunit(report: string): Counts {
  const read = (name: string) => Number(new RegExp(` ${name}="(\\d+)"`).exec(report)?.[1] ?? 0);
  const [failed, skipped] = [read("failures") + read("errors"), read("skipped")];
  return { passed: read("tests") - failed - skipped, failed, skipped };
}
