/** `tsx workers/src/health.ts`: exit code 0 when this machine's worker lives and reaches its database. */
import { stat } from "node:fs/promises";
import { readEnv } from "./env.ts";

const OLDEST_MS = 30_000;

const { aliveFile } = readEnv();
const { mtimeMs } = await stat(aliveFile).catch(() => ({ mtimeMs: 0 })); // No file: never alive.
if (Date.now() - mtimeMs > OLDEST_MS) {
  process.stderr.write(`the worker gave no sign of life within ${OLDEST_MS / 1_000} s\n`);
  process.exitCode = 1;
}
