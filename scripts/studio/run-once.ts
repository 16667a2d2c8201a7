import { spawn } from "node:child_process";
import { readLastLines, type LogFile } from "./log-file.ts";
import { ROOT } from "./settings.ts";
import { StudioError } from "./studio-error.ts";

/**
 * Runs a Node program to its end, its output in a log.
 *
 * @throws StudioError with the last lines of the log when it fails
 */
export async function runOnce(
  title: string,
  args: string[],
  { env, log, signal }: { env: NodeJS.ProcessEnv; log: LogFile; signal: AbortSignal },
): Promise<void> {
  signal.throwIfAborted();
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const stop = () => child.kill("SIGTERM");
  signal.addEventListener("abort", stop);
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => log.write(chunk));
  }
  const how = await new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("close", (code, killedBy) => resolve(killedBy ?? `exit code ${code}`));
  });
  signal.removeEventListener("abort", stop);
  signal.throwIfAborted();
  if (how !== "exit code 0") {
    await log.flush();
    throw new StudioError(
      `${title} failed (${how}). The end of ${log.path}:\n${await readLastLines(log.path)}`,
    );
  }
}
