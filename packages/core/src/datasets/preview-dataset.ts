import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import type { DatasetPreview } from "./dataset.schema.ts";
import { findSameDataset } from "./find-same-dataset.ts";
import { planDataset } from "./plan-dataset.ts";
import { readDatasetCandidates } from "./read-dataset-candidates.ts";
import type { DatasetRecipe } from "./recipe.schema.ts";

/**
 * What a recipe would give from the samples as they are now. Nothing is stored.
 * @throws DomainError `forbidden`, `too_large`
 */
export async function previewDataset(
  db: Database,
  actor: Actor,
  { recipe }: { recipe: DatasetRecipe },
): Promise<DatasetPreview> {
  authorize(actor, "dataset.manage");
  const { summary, contentSha256 } = await planDataset(await readDatasetCandidates(db), recipe);
  const sameAs = await findSameDataset(db, contentSha256);
  return { ...summary, contentSha256, sameAs };
}
