import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import type { Dataset } from "./dataset.schema.ts";
import { findDataset } from "./find-dataset.ts";

/**
 * One dataset: its recipe, what it holds in numbers, and its files.
 * @throws DomainError `forbidden`, `not_found`
 */
export async function getDataset(db: Database, actor: Actor, id: string): Promise<Dataset> {
  authorize(actor, "dataset.manage");
  return findDataset(db, id);
}
