import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { findImport } from "./find-import.ts";
import type { Import } from "./import.schema.ts";

/**
 * One import with its counters.
 * @throws DomainError `forbidden`, `not_found`
 */
export async function getImport(db: Database, actor: Actor, id: string): Promise<Import> {
  authorize(actor, "corpus.import");
  return findImport(db, id);
}
