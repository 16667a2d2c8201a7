import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import type { OwnTemplate } from "../prompts/own-templates/own-template.schema.ts";
import { findOwnTemplate } from "./find-own-template.ts";

/**
 * One template that a person wrote.
 * @throws DomainError `forbidden`, `not_found`
 */
export async function getOwnTemplate(db: Database, actor: Actor, id: string): Promise<OwnTemplate> {
  authorize(actor, "corpus.read");
  return findOwnTemplate(db, id);
}
