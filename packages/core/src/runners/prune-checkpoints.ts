import type { Database } from "@foundry/prisma/client";
import type { Storage } from "../storage/storage.ts";

/** Removes the checkpoints of a task but its newest ones: rows first, so that none lacks its file. */
export async function pruneCheckpoints(
  db: Database,
  storage: Storage,
  taskId: string,
  keptCount: number,
): Promise<void> {
  const old = await db.artifact.findMany({
    where: { taskId, kind: "checkpoint" },
    orderBy: { id: "desc" },
    skip: keptCount,
  });
  await db.artifact.deleteMany({ where: { id: { in: old.map(({ id }) => id) } } });
  for (const { storageKey } of old) await storage.remove(storageKey);
}
