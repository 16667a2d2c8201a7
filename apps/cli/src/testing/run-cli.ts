import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../main.ts", import.meta.url));
/** By its address, because the process may start in any folder. */
const TSX = import.meta.resolve("tsx");

export interface CliRun {
  exitCode: number | null;
  /** Standard output, line by line, each parsed. */
  results: unknown[];
  stdout: string;
  stderr: string;
}

/** Runs the command line as a process of its own, as a person would. */
export async function runCli(
  args: string[],
  options: { input?: string | Uint8Array; cwd?: string; env?: Record<string, string> } = {},
): Promise<CliRun> {
  const child = startCli(args, options);
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
  // A command that refuses its arguments ends without reading.
  child.stdin.on("error", () => undefined);
  child.stdin.end(options.input ?? "");
  const exitCode = await new Promise<number | null>((resolve) => child.on("close", resolve));
  const text = Buffer.concat(stdout).toString("utf8");
  return {
    exitCode,
    results: text
      .split("\n")
      .flatMap((line) => (line.startsWith("{") && line.endsWith("}") ? [JSON.parse(line)] : [])),
    stdout: text,
    stderr: Buffer.concat(stderr).toString("utf8"),
  };
}

export function startCli(
  args: string[],
  { cwd, env }: { cwd?: string; env?: Record<string, string> } = {},
) {
  return spawn(process.execPath, ["--import", TSX, MAIN, ...args], {
    cwd: cwd ?? fileURLToPath(new URL("../../", import.meta.url)),
    env: { PATH: "/usr/bin:/bin", ...env },
    stdio: "pipe",
  });
}
