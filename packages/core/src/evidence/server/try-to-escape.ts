import { readdir, readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { Interpreter, SandboxPlace } from "./sandbox.ts";
import { startInSandbox } from "./start-in-sandbox.ts";

const PROBE_URL = new URL("probe.py", import.meta.url);
const HOST_SECRETS = ["/etc/shadow", "/etc/passwd", "/proc/1/environ", "/proc/self/environ"];
const MAX_ENTRIES = 30;
const PROBE_MILLISECONDS = 10_000;

const findingsSchema = z.object({
  /** Of the interpreter inside. */
  version: z.string(),
  /** What code in the sandbox managed to do; nothing when it isolates. */
  reached: z.array(z.string()),
});

/** Runs a program in the sandbox that tries to get at files, network, processes and environment. */
export async function tryToEscape(
  place: SandboxPlace,
): Promise<z.infer<typeof findingsSchema> | { problem: string }> {
  const listener = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  try {
    const address = listener.address();
    const wanted = {
      secretPaths: [
        ...HOST_SECRETS,
        fileURLToPath(PROBE_URL),
        ...(await listPrivate(homedir(), place.interpreter)),
        ...(await listPrivate(process.cwd(), place.interpreter)),
      ],
      port: typeof address === "object" && address !== null ? address.port : 0,
      processId: process.pid,
    };
    return await readProbe(place, JSON.stringify(wanted));
  } finally {
    listener.close();
  }
}

/** What lies in a folder, but for the way to an interpreter that is installed somewhere in it. */
async function listPrivate(folder: string, { prefix }: Interpreter): Promise<string[]> {
  if (folder === "/") return [];
  try {
    const entries = await readdir(folder);
    const paths = entries.map((entry) => join(folder, entry));
    return paths.filter((path) => !`${prefix}/`.startsWith(`${path}/`)).slice(0, MAX_ENTRIES);
  } catch {
    return []; // A user without a home.
  }
}

async function readProbe(place: SandboxPlace, wanted: string) {
  const run = startInSandbox(place, await readFile(PROBE_URL, "utf8"), [wanted], "");
  const timer = setTimeout(run.kill, PROBE_MILLISECONDS);
  try {
    let text = "";
    for await (const part of run.stdout) text += String(part);
    const { code } = await run.exited;
    if (code === 0) return findingsSchema.parse(JSON.parse(text));
    const detail = run.readStderr() || "it gave no answer";
    return { problem: `bubblewrap cannot start a sandbox here: ${detail}` };
  } finally {
    clearTimeout(timer);
    run.kill();
  }
}
