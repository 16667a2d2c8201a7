import { join } from "node:path";
import { startEmbeddedPostgres } from "@foundry/prisma/embedded-postgres";
import { findFreePort } from "@foundry/prisma/temporary-postgres";
import { checkPort } from "./check-room.ts";
import type { Progress } from "./progress.ts";
import { logsDir } from "./settings.ts";
import { type StudioSecrets, writeSecrets } from "./studio-secrets.ts";
import { type RunningService, supervise, type Supervised } from "./supervise.ts";

const DATABASE = "foundry";

export interface StudioDatabase {
  url: string;
  service: Supervised;
}

/** The embedded Postgres of a data folder, kept running. */
export async function startStudioDatabase(
  dataDir: string,
  secrets: StudioSecrets,
  progress: Progress,
): Promise<StudioDatabase> {
  const port = await chooseOwnPort(dataDir, secrets);
  let url = "";
  const start = async (): Promise<RunningService> => {
    const server = await startEmbeddedPostgres({
      dataDir: join(dataDir, "postgres"),
      port,
      password: secrets.postgresPassword,
      logFile: join(logsDir(dataDir), "postgres.log"),
    });
    await server.createDatabase(DATABASE);
    url = server.url(DATABASE);
    return {
      pid: server.pid,
      exited: server.exited.then(() => `see ${join(logsDir(dataDir), "postgres.log")}`),
      kill: (signal) => void process.kill(server.pid, signal),
      stop: () => server.stop(),
    };
  };
  const service = await supervise("Postgres", start, progress);
  return { url, service };
}

/** The port of the last start, so that tools keep their settings; another one when it is taken. */
async function chooseOwnPort(dataDir: string, secrets: StudioSecrets): Promise<number> {
  const isFree = await checkPort("127.0.0.1", secrets.postgresPort).then(
    () => true,
    () => false,
  );
  if (isFree) return secrets.postgresPort;
  const postgresPort = await findFreePort();
  await writeSecrets(dataDir, { ...secrets, postgresPort });
  return postgresPort;
}
