import type { DatabaseOrTransaction } from "@foundry/prisma/client";

/** Id of the unfinished run with this dataset and config; null when there is none. */
export async function findUnfinishedRun(
  db: DatabaseOrTransaction,
  runKey: string,
): Promise<string | null> {
  const found = await db.trainingRun.findFirst({
    where: { runKey, task: { state: { in: ["waiting", "running"] } } },
    select: { id: true },
  });
  return found?.id ?? null;
}
