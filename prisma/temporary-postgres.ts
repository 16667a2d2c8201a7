import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "./embedded-postgres.ts";

/**
 * A Postgres server on a free port whose data goes when it stops: for tests, benchmarks and for
 * writing migrations. Durability is off, so nothing that must survive may use it.
 */
export async function startTemporaryPostgres(
  settings: Record<string, string> = {},
): Promise<EmbeddedPostgres> {
  const folder = await mkdtemp(join(tmpdir(), "foundry-postgres-"));
  await chmod(folder, 0o755);
  const server = await startEmbeddedPostgres({
    dataDir: join(folder, "data"),
    port: await findFreePort(),
    password: "temporary",
    logFile: join(folder, "server.log"),
    settings: { fsync: "off", synchronous_commit: "off", full_page_writes: "off", ...settings },
  });
  return {
    ...server,
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A TCP port of 127.0.0.1 that nothing listened on a moment ago. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
