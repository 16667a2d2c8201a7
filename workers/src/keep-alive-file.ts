import { rm, writeFile } from "node:fs/promises";
import { repeatEvery } from "@foundry/core/loops/repeat-every";
import type { Logger } from "@foundry/core/logger";
import type { Database } from "@foundry/prisma/client";

const EVERY_MS = 5_000;

/**
 * Rewrites a file every five seconds for as long as this process turns and the database answers, so
 * that its age tells the health of the worker. Removes it when the signal aborts.
 */
export async function keepAliveFile(
  path: string,
  { db, logger, signal }: { db: Database; logger: Logger; signal: AbortSignal },
): Promise<void> {
  const touch = async () => {
    await db.$queryRaw`SELECT 1`;
    await writeFile(path, `${process.pid}\n`);
  };
  const onError = (error: unknown) => logger.warn({ err: error }, "the worker is not healthy");
  await touch();
  await repeatEvery(EVERY_MS, signal, touch, onError);
  await rm(path, { force: true });
}
