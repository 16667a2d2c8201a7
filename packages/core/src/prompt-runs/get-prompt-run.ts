import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { findPromptRun } from "./find-prompt-run.ts";
import type { PromptRun } from "./prompt-run.schema.ts";

/**
 * One run with its counters.
 * @throws DomainError `forbidden`, `not_found`
 */
export async function getPromptRun(db: Database, actor: Actor, id: string): Promise<PromptRun> {
  authorize(actor, "corpus.read");
  return findPromptRun(db, id);
}
