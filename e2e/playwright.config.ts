import { defineConfig } from "@playwright/test";
import { findChromium } from "../scripts/test/find-program.ts";

const isCi = process.env["CI"] !== undefined;

export default defineConfig({
  testDir: ".",
  outputDir: "../test-results",
  globalSetup: "./harness/build-once.ts",
  // One browser, one studio and its Postgres already fill two cores.
  workers: 1,
  forbidOnly: isCi,
  retries: 0,
  // Only to end what hangs: a busy machine takes many times as long as a quiet one.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [["list"], ["json", { outputFile: "../.cache/e2e-report.json" }]],
  use: {
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: findChromium() ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
});
