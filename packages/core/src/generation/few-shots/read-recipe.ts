import type { DatabaseOrTransaction } from "@foundry/prisma/client";
import { DomainError } from "../../errors.ts";
import type { FewShotRecipe } from "../few-shot.schema.ts";
import { drawSources, type FewShotSource, readNamedSources } from "./few-shot-source.ts";

/**
 * The examples that a recipe gives now, in their order; the same corpus always gives the same ones.
 * @throws DomainError `invalid_input` when a named sample may not be shown
 */
export async function readRecipe(
  db: DatabaseOrTransaction,
  recipe: FewShotRecipe,
): Promise<FewShotSource[]> {
  if (recipe.kind === "accepted") return drawSources(db, recipe);
  const ids = [...new Set(recipe.sampleIds)];
  const found = new Map((await readNamedSources(db, ids)).map((row) => [row.sampleId, row]));
  const problems = recipe.sampleIds.flatMap((id, index) =>
    found.has(id)
      ? []
      : [
          {
            path: `/recipe/sampleIds/${index}`,
            message: `sample ${id} is not accepted, is no valid IR, or is held out for the benchmark or a test`,
          },
        ],
  );
  if (problems.length === 0) return ids.flatMap((id) => found.get(id) ?? []);
  throw new DomainError(
    "invalid_input",
    "Some of these samples cannot be examples. Take them out; nothing was stored.",
    { reason: "bad_examples", problems },
  );
}
