import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { findInterpreters } from "./find-interpreters.ts";
import type { Sandbox, SandboxPlace } from "./sandbox.ts";
import { tryHarness } from "./try-harness.ts";
import { tryToEscape } from "./try-to-escape.ts";

const VERSION_MILLISECONDS = 10_000;

const execute = promisify(execFile);

/**
 * Finds out whether Python that nobody wrote may run on this machine: starts the sandbox, tries
 * to get out of it (files, network, processes, environment), and runs the harness once. Anything
 * that does not hold leaves the feature off, with the reason; nothing ever runs without it.
 * Takes about a second; ask once when the process starts.
 */
export async function probeSandbox(bubblewrapPath = "bwrap"): Promise<Sandbox> {
  if (process.platform !== "linux") return off("it needs Linux");
  if (!(await isInstalled(bubblewrapPath))) {
    return off("bubblewrap is not installed (on Debian and Ubuntu: apt-get install bubblewrap)");
  }
  const interpreters = await findInterpreters();
  if (interpreters.length === 0) return off("there is no Python 3.10 or newer");
  let reason = "";
  for (const interpreter of interpreters) {
    const tried = await tryInterpreter({ bubblewrapPath, interpreter });
    if (tried.sandbox.isOn || tried.isFinal) return tried.sandbox;
    reason ||= tried.sandbox.reason;
  }
  return off(reason);
}

const off = (reason: string) => ({ isOn: false, reason }) as const;

async function isInstalled(program: string): Promise<boolean> {
  try {
    await execute(program, ["--version"], { timeout: VERSION_MILLISECONDS });
    return true;
  } catch {
    return false; // Not there, or not ours to run.
  }
}

/** `isFinal`: no other interpreter can change it. */
async function tryInterpreter(
  place: SandboxPlace,
): Promise<{ sandbox: Sandbox; isFinal: boolean }> {
  const findings = await tryToEscape(place);
  if ("problem" in findings) return { sandbox: off(findings.problem), isFinal: false };
  if (findings.reached.length > 0) {
    const reached = findings.reached.join(", ");
    const sandbox = off(`bubblewrap does not isolate here: code in it ${reached}`);
    return { sandbox, isFinal: true };
  }
  const sandbox = { isOn: true, kind: "bubblewrap", python: findings.version, ...place } as const;
  const problem = await tryHarness(sandbox);
  return { sandbox: problem === null ? sandbox : off(problem), isFinal: false };
}
