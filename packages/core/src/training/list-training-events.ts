import type { Database } from "@foundry/prisma/client";
import type { z } from "zod";
import { type Actor, authorize } from "../auth/actor.ts";
import { type EventPlace, pageTaskEvents } from "../runners/page-task-events.ts";
import { findTrainingTask } from "./find-training-task.ts";
import { taskEventSchema } from "./training-run.schema.ts";

const PAGE_ROWS = 500;

export type TrainingEvent = z.infer<typeof taskEventSchema>;

/**
 * The next things that the runner told of a training, in their order; none when there are no more.
 * @param after place to go on behind; null: from the start
 * @throws DomainError `forbidden`, `not_found`
 */
export async function listTrainingEvents(
  db: Database,
  actor: Actor,
  id: string,
  after: EventPlace | null,
): Promise<TrainingEvent[]> {
  authorize(actor, "training.manage");
  const { taskId } = await findTrainingTask(db, id);
  const rows = await pageTaskEvents(db, taskId, after, PAGE_ROWS);
  return rows.map((row) => taskEventSchema.parse({ ...row, at: row.at.toISOString() }));
}
