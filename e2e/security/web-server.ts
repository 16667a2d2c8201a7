import { join } from "node:path";
import { findFreePort } from "@foundry/prisma/temporary-postgres";
import { openLogFile } from "../../scripts/studio/log-file.ts";
import { startNodeProcess } from "../../scripts/studio/node-process.ts";
import { untilHealthy } from "../../scripts/studio/until-healthy.ts";
import type { TestStudio } from "../harness/test-studio.ts";

export interface WebServer {
  url: string;
  stop(): Promise<void>;
}

/**
 * One more web server on the database of a studio.
 *
 * @param options.app folder with the built app, from the root of the repository
 * @param options.env over the environment that the studio gives its own web server
 */
export async function startWebServer(
  studio: TestStudio,
  { app = "apps/web", env = {} }: { app?: string; env?: Record<string, string> } = {},
): Promise<WebServer> {
  const port = await findFreePort();
  const url = `http://localhost:${port}`;
  const host = "127.0.0.1";
  const service = startNodeProcess({
    args: [
      "node_modules/next/dist/bin/next",
      "start",
      app,
      "--hostname",
      host,
      "--port",
      `${port}`,
    ],
    env: {
      ...process.env,
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      DATABASE_URL: studio.databaseUrl,
      FOUNDRY_SECRET: studio.secret,
      FOUNDRY_URL: url,
      FOUNDRY_DATA_DIR: studio.dataDir,
      ...env,
    },
    log: openLogFile(join(studio.dataDir, "logs", `web-${port}.log`)),
    graceMs: 10_000,
  });
  try {
    const { dataDir, databaseUrl } = studio;
    await untilHealthy(
      {
        mode: "production",
        host,
        port,
        url,
        dataDir,
        databaseUrl,
        redisUrl: undefined,
        withLocalRunner: false,
      },
      AbortSignal.timeout(60_000),
    );
  } catch (error) {
    await service.stop();
    throw error;
  }
  return { url, stop: () => service.stop() };
}
