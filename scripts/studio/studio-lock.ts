import { execFile } from "node:child_process";
import { link, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { StudioError } from "./studio-error.ts";

const run = promisify(execFile);

interface Holder {
  pid: number;
  /** When the process started, as its system tells: a process id alone is given out again. */
  startedAt: string;
  url: string;
}

/**
 * Makes sure that one studio at a time uses a data folder. A lock whose process is gone is taken over.
 *
 * @returns a function that gives the lock back
 * @throws StudioError when a studio runs there
 */
export async function takeLock(dataDir: string, url: string): Promise<() => Promise<void>> {
  await mkdir(dataDir, { recursive: true });
  const path = join(dataDir, "lock");
  const own = `${path}.${process.pid}`;
  const startedAt = await readStartTime(process.pid);
  await writeFile(own, JSON.stringify({ pid: process.pid, startedAt, url } satisfies Holder));
  try {
    // A link appears complete or not at all, and never replaces another.
    while (!(await tryLink(own, path))) {
      const holder = await readHolder(path);
      if (holder && (await readStartTime(holder.pid)) === holder.startedAt) {
        throw new StudioError(
          `IR Foundry already runs at ${holder.url} (process ${holder.pid}, data in ${dataDir}).`,
        );
      }
      // Moved first, so that of two who find it stale only one removes it.
      await rename(path, `${own}.stale`).catch(() => {});
      await rm(`${own}.stale`, { force: true });
    }
  } finally {
    await rm(own, { force: true });
  }
  return () => rm(path, { force: true });
}

async function tryLink(from: string, to: string): Promise<boolean> {
  return link(from, to).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === "EEXIST") return false;
      throw error;
    },
  );
}

async function readHolder(path: string): Promise<Holder | undefined> {
  const text = await readFile(path, "utf8").catch(() => "");
  return text === "" ? undefined : (JSON.parse(text) as Holder);
}

/** Empty when no such process runs. */
async function readStartTime(pid: number): Promise<string> {
  if (process.platform === "linux") {
    const boot = await readFile("/proc/sys/kernel/random/boot_id", "utf8");
    const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
    // The name in parentheses may hold spaces; the start time is field 22, the 20th after the name.
    const ticks = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
    return ticks ? `${boot.trim()} ${ticks}` : "";
  }
  const { stdout } = await run("ps", ["-o", "lstart=", "-p", String(pid)]).catch(() => ({
    stdout: "",
  }));
  return stdout.trim();
}
