import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../../auth/actor.ts";
import type { FewShotPreview, FewShotRecipe } from "../few-shot.schema.ts";
import { readModels } from "../prices/read-models.ts";
import { describeExamples } from "./describe-examples.ts";
import { readRecipe } from "./read-recipe.ts";

/**
 * What a recipe would give now, without storing anything; a category that has too few samples for it
 * is named. Costs are in dollars.
 * @throws DomainError `forbidden`, `invalid_input` when a named sample may not be shown
 */
export async function previewFewShotSet(
  db: Database,
  actor: Actor,
  recipe: FewShotRecipe,
): Promise<FewShotPreview> {
  authorize(actor, "generation.manage");
  const [examples, models] = await Promise.all([readRecipe(db, recipe), readModels(db)]);
  const preview = describeExamples(examples, models);
  return { ...preview, warnings: await listWarnings(db, recipe, preview.byCategory) };
}

async function listWarnings(
  db: Database,
  recipe: FewShotRecipe,
  byCategory: FewShotPreview["byCategory"],
): Promise<string[]> {
  if (recipe.kind === "by_hand") return [];
  const counts = new Map(byCategory.map(({ category, count }) => [category, count]));
  const rows = await db.prompt.findMany({
    where: { archivedAt: null, benchmarkCase: null },
    distinct: ["category"],
    orderBy: { category: "asc" },
    select: { category: true },
  });
  return rows.flatMap(({ category }) => {
    const count = counts.get(category) ?? 0;
    const title = category === null ? "Prompts without a category have" : `${category} has`;
    return count < recipe.perCategory
      ? [`${title} ${count} of ${recipe.perCategory} examples: no more samples are accepted.`]
      : [];
  });
}
