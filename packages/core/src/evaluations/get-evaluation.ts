import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import type { Evaluation } from "./evaluation.schema.ts";
import { findEvaluation } from "./find-evaluation.ts";

/**
 * One evaluation with its figures and what they mean.
 * @throws DomainError `forbidden`, `not_found`
 */
export async function getEvaluation(db: Database, actor: Actor, id: string): Promise<Evaluation> {
  authorize(actor, "training.manage");
  return findEvaluation(db, id);
}
