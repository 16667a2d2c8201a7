import { join, resolve } from "node:path";
import { StudioError } from "./studio-error.ts";

export const ROOT = resolve(import.meta.dirname, "../..");

export type Mode = "production" | "development";

/** What the person who starts the studio may choose, through the environment. */
export interface Settings {
  mode: Mode;
  host: string;
  port: number;
  /** The address in the browser, without a path. */
  url: string;
  /** Absolute. Everything that must survive a restart is below it. */
  dataDir: string;
  /** Unset: an embedded Postgres is started. */
  databaseUrl: string | undefined;
  redisUrl: string | undefined;
  /** Keeps a runner beside the studio, so that this machine can train. */
  withLocalRunner: boolean;
}

export function readSettings(env: NodeJS.ProcessEnv, mode: Mode): Settings {
  const port = Number(env["PORT"] || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new StudioError(`PORT is ${env["PORT"]}; it must be a number from 1 to 65535.`);
  }
  return {
    mode,
    host: env["HOST"] || "127.0.0.1",
    port,
    url: env["FOUNDRY_URL"] || `http://localhost:${port}`,
    dataDir: resolve(ROOT, env["FOUNDRY_DATA_DIR"] || ".foundry"),
    databaseUrl: env["DATABASE_URL"] || undefined,
    redisUrl: env["REDIS_URL"] || undefined,
    withLocalRunner: env["FOUNDRY_LOCAL_RUNNER"] !== "off",
  };
}

export const logsDir = (dataDir: string) => join(dataDir, "logs");
