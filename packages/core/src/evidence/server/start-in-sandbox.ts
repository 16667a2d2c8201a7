import { type ChildProcess, spawn } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import { buildSandboxArguments, PROGRAM_DESCRIPTOR } from "./build-sandbox-arguments.ts";
import type { SandboxPlace } from "./sandbox.ts";

/** The user of nobody in particular: root's rights never come near the sandbox. */
const NOBODY = 65_534;
const STDERR_LENGTH = 2000;

export interface SandboxedProcess {
  stdout: Readable;
  /** What bubblewrap or the interpreter complained about, cut. */
  readStderr(): string;
  /** Resolves when the process is gone, with how it went. */
  exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  /** Ends everything in the sandbox; harmless when it has ended already. */
  kill(): void;
}

/** Starts a Python program, a source or a zip archive, in the sandbox with `input` on its stdin. */
export function startInSandbox(
  sandbox: SandboxPlace,
  program: string | Uint8Array,
  programArguments: string[],
  input: string,
): SandboxedProcess {
  const isRoot = process.getuid?.() === 0;
  const child = spawn(
    sandbox.bubblewrapPath,
    buildSandboxArguments(sandbox.interpreter, programArguments),
    {
      env: {},
      cwd: "/",
      // A process group of its own, so that one signal reaches all of it.
      detached: true,
      stdio: ["pipe", "pipe", "pipe", "pipe"],
      ...(isRoot ? { uid: NOBODY, gid: NOBODY } : {}),
    },
  );
  writeAll(child.stdio[PROGRAM_DESCRIPTOR] as Writable, program);
  writeAll(child.stdin, input);
  return {
    stdout: child.stdout,
    readStderr: collectStderr(child.stderr),
    exited: waitForExit(child),
    kill: () => killGroup(child),
  };
}

function writeAll(stream: Writable, content: string | Uint8Array) {
  // The other end may be gone before it has read everything; how it ended is told by its exit.
  stream.on("error", () => {});
  stream.end(content);
}

function collectStderr(stream: Readable): () => string {
  let text = "";
  stream.setEncoding("utf8");
  stream.on("data", (part: string) => {
    if (text.length < STDERR_LENGTH) text = (text + part).slice(0, STDERR_LENGTH);
  });
  return () => text.trim();
}

function waitForExit(child: ChildProcess): SandboxedProcess["exited"] {
  return new Promise((resolve) => {
    child.once("close", (code, signal) => resolve({ code, signal }));
    child.once("error", () => resolve({ code: null, signal: null }));
  });
}

function killGroup(child: ChildProcess) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    child.kill("SIGKILL"); // The group is not there yet, or not any more.
  }
}
