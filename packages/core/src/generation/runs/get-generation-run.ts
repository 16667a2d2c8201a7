import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../../auth/actor.ts";
import type { GenerationRun } from "../generation.schema.ts";
import { findGenerationRun } from "./find-generation-run.ts";

/**
 * One run with its counters and its money, in dollars.
 * @throws DomainError `forbidden`, `not_found`
 */
export async function getGenerationRun(
  db: Database,
  actor: Actor,
  id: string,
): Promise<GenerationRun> {
  authorize(actor, "generation.manage");
  return findGenerationRun(db, id);
}
