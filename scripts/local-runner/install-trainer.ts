import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { findProgram } from "../test/find-program.ts";
import { ROOT } from "../studio/settings.ts";

export const TRAINER_DIR = join(ROOT, "python-trainer");
export const TRAINER_PYTHON = join(TRAINER_DIR, ".venv/bin/python");

export interface InstallStep {
  step: number;
  of: number;
  message: string;
}

/**
 * Makes the trainer's own Python environment, or sees that it is there.
 *
 * @param python path of a Python 3.10 or newer
 * @throws Error whose message says what failed and what mends it
 */
export async function installTrainer(
  python: string,
  options: {
    withTests: boolean;
    onStep: (step: InstallStep) => Promise<void> | void;
    signal: AbortSignal;
  },
): Promise<void> {
  const extra = findProgram("nvidia-smi") ? "gpu" : "cpu";
  const flags = ["--extra", extra, ...(options.withTests ? ["--with-tests"] : [])];
  const child = spawn(python, [join(TRAINER_DIR, "install.py"), ...flags], {
    stdio: ["ignore", "pipe", "inherit"],
    signal: options.signal,
    killSignal: "SIGTERM",
  });
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("close", (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  let refusal: string | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    const told = JSON.parse(line) as InstallStep | { error: string };
    if ("error" in told) refusal = told.error;
    else await options.onStep(told);
  }
  const how = await ended;
  if (how !== "exit code 0") throw new Error(refusal ?? `The installation ended with ${how}.`);
}
