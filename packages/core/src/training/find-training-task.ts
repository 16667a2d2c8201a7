import type { DatabaseOrTransaction } from "@foundry/prisma/client";
import { z } from "zod";
import { DomainError } from "../errors.ts";

/**
 * Which task a run is worked on as.
 * @throws DomainError `not_found`, also for what is no id at all
 */
export async function findTrainingTask(
  db: DatabaseOrTransaction,
  id: string,
): Promise<{ taskId: string; runKey: string }> {
  const found = z.uuid().safeParse(id).success
    ? await db.trainingRun.findUnique({ where: { id }, select: { taskId: true, runKey: true } })
    : null;
  if (found !== null) return found;
  throw new DomainError("not_found", "There is no such training. Go back to the list.");
}
