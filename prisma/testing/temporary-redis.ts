import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { findFreePort } from "../temporary-postgres.ts";

export interface TemporaryRedis {
  url: string;
  port: number;
  /** SIGKILL, as in a crash. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** A real `redis-server` (from the PATH) on a free port; `npm test` installs one where it can. */
export async function startTemporaryRedis(port?: number): Promise<TemporaryRedis> {
  const chosen = port ?? (await findFreePort());
  const folder = await mkdtemp(join(tmpdir(), "foundry-redis-"));
  const server = spawn(
    "redis-server",
    [
      "--port",
      String(chosen),
      "--bind",
      "127.0.0.1",
      "--dir",
      folder,
      "--save",
      "",
      "--maxmemory-policy",
      "noeviction",
    ],
    { stdio: "ignore" },
  );
  const exited = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  const failed = new Promise<never>((_, reject) => {
    server.once("error", (cause) =>
      reject(new Error("redis-server did not start: install Redis 7 or newer", { cause })),
    );
  });
  await Promise.race([untilItListens(server, chosen), failed]);
  const end = async (signal: NodeJS.Signals) => {
    server.kill(signal);
    await exited;
    await rm(folder, { recursive: true, force: true });
  };
  return {
    url: `redis://127.0.0.1:${chosen}`,
    port: chosen,
    kill: () => end("SIGKILL"),
    stop: () => end("SIGTERM"),
  };
}

async function untilItListens(server: ChildProcess, port: number) {
  while (server.exitCode === null) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect(port, "127.0.0.1");
      socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
      socket.once("connect", () => socket.destroy());
    });
    if (isOpen) return;
    await delay(20);
  }
  throw new Error(`redis-server ended with exit code ${server.exitCode}`);
}
