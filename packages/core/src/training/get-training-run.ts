import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { findTrainingRun } from "./find-training-run.ts";
import type { TrainingRun } from "./training-run.schema.ts";

/**
 * One training with its state, its config and what it made.
 * @throws DomainError `forbidden`, `not_found`
 */
export async function getTrainingRun(db: Database, actor: Actor, id: string): Promise<TrainingRun> {
  authorize(actor, "training.manage");
  return findTrainingRun(db, id);
}
