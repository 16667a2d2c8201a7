import type { FewShotRecipe } from "@foundry/core/generation/few-shot.schema";
import { countOf } from "../../components/format/format-count";

/** How a set of examples was made, in words. */
export function describeRecipe(recipe: FewShotRecipe): string {
  return recipe.kind === "by_hand"
    ? "Picked by hand"
    : `${countOf(recipe.perCategory, "accepted sample")} of each category, seed ${recipe.seed}`;
}
