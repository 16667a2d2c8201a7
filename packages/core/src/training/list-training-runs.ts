import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { presentTrainingRunRow, TRAINING_RUN_INCLUDE } from "./present-training-run.ts";
import type { TrainingRunPage } from "./training-run.schema.ts";

/**
 * Trainings, newest first.
 * @param page.cursor `nextCursor` of the page before
 * @throws DomainError `forbidden`
 */
export async function listTrainingRuns(
  db: Database,
  actor: Actor,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<TrainingRunPage> {
  authorize(actor, "training.manage");
  // Ids are time-ordered, so they are the order and the cursor at once.
  const found = await db.trainingRun.findMany({
    ...(cursor === undefined ? {} : { where: { id: { lt: cursor } } }),
    orderBy: { id: "desc" },
    take: limit + 1,
    include: TRAINING_RUN_INCLUDE,
  });
  const rows = found.slice(0, limit).map(presentTrainingRunRow);
  return { rows, nextCursor: found.length > limit ? (rows.at(-1)?.id ?? null) : null };
}
