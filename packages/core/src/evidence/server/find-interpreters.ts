import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Interpreter } from "./sandbox.ts";

const MINIMUM_MINOR = 10;
const CANDIDATES = ["python3", "/usr/bin/python3", "/usr/local/bin/python3"];
const ASK =
  "import json, os, sys; print(json.dumps([os.path.realpath(sys.executable), sys.base_prefix, sys.version_info[:2]]))";

const execute = promisify(execFile);

/** The Python interpreters of this machine that are new enough, the one of the PATH first. */
export async function findInterpreters(): Promise<Interpreter[]> {
  const found = await Promise.all(CANDIDATES.map(readInterpreter));
  const usable = found.filter((interpreter) => interpreter !== undefined);
  return usable.filter(
    ({ path }, index) => usable.findIndex((other) => other.path === path) === index,
  );
}

async function readInterpreter(command: string): Promise<Interpreter | undefined> {
  try {
    const { stdout } = await execute(command, ["-I", "-c", ASK], { timeout: 10_000 });
    const [path, prefix, [major, minor]] = JSON.parse(stdout) as [string, string, [number, number]];
    return major === 3 && minor >= MINIMUM_MINOR ? { path, prefix } : undefined;
  } catch {
    return undefined; // Not installed, or not a Python that answers.
  }
}
