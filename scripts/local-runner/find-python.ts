import { spawnSync } from "node:child_process";
import { findProgram } from "../test/find-program.ts";

const NAMES = ["python3", "python3.14", "python3.13", "python3.12", "python3.11", "python3.10"];
const TELL_VERSION = "import sys, venv, ensurepip; print(sys.version_info >= (3, 10))";

/** A Python that can run the trainer: 3.10 or newer, with what makes an environment. */
export function findPython(): string | undefined {
  return NAMES.flatMap((name) => findProgram(name) ?? []).find((path) => {
    const { status, stdout } = spawnSync(path, ["-c", TELL_VERSION], { encoding: "utf8" });
    return status === 0 && stdout.trim() === "True";
  });
}
