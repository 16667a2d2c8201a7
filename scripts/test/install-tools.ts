import { spawnSync } from "node:child_process";
import { terminalProgress } from "../studio/progress.ts";
import { StudioError } from "../studio/studio-error.ts";
import { findPython } from "../local-runner/find-python.ts";
import { findChromium, findProgram } from "./find-program.ts";

/**
 * The programs that no npm package brings: Redis, on which the queue tests run as well as on
 * Postgres, a Chromium, and Python for the trainer and for the evidence tests and, on Linux, the bubblewrap in which
 * hostile code runs. On Debian as root they are installed.
 *
 * @throws StudioError that says what to install
 */
export async function installTools(): Promise<void> {
  const missing = [
    ...(findProgram("redis-server") ? [] : ["redis-server"]),
    ...(findChromium() ? [] : ["chromium"]),
    ...(findPython() ? [] : ["python3", "python3-venv"]),
    ...(findProgram("bwrap") || process.platform !== "linux" ? [] : ["bubblewrap"]),
  ];
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0 || !findProgram("apt-get")) {
    throw new StudioError(
      `The tests need ${missing.join(" and ")}: install Redis 7 or newer, Chromium or Chrome (CHROMIUM_PATH names one that is elsewhere), Python 3.10 or newer with venv and, on Linux, bubblewrap, then run npm test again.`,
    );
  }
  await terminalProgress.step(`Installing ${missing.join(" and ")}`, async () => {
    runApt(["update"]);
    runApt(["install", "--yes", "--no-install-recommends", ...missing]);
  });
}

function runApt(args: string[]) {
  const { status, stderr } = spawnSync("apt-get", args, {
    encoding: "utf8",
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  if (status !== 0) throw new StudioError(`apt-get ${args.join(" ")} failed:\n${stderr}`);
}
