import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { findTrainingTask } from "./find-training-task.ts";
import { type TrainingLog, trainingLogSchema } from "./training-run.schema.ts";

/** Signs of life and points of curves say nothing that a person reads. */
const LEFT_OUT = ["heartbeat", "step", "eval"];

/**
 * The last things that the runner said of a training, the newest last.
 * @throws DomainError `forbidden`, `not_found`
 */
export async function getTrainingLog(
  db: Database,
  actor: Actor,
  id: string,
  { limit }: { limit: number },
): Promise<TrainingLog> {
  authorize(actor, "training.manage");
  const { taskId } = await findTrainingTask(db, id);
  const rows = await db.runnerEvent.findMany({
    where: { taskId, type: { notIn: LEFT_OUT } },
    orderBy: [{ attempt: "desc" }, { seq: "desc" }],
    take: limit,
  });
  const events = rows.toReversed().map((event) => ({ ...event, at: event.at.toISOString() }));
  return trainingLogSchema.parse({ events });
}
