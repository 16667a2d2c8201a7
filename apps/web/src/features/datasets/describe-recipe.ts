import type { DatasetRecipe } from "@foundry/core/datasets/recipe.schema";
import { formatCount } from "../../components/format/format-count";
import { formatName } from "../../components/text/format-name";

const ORIGIN_NAMES = {
  imported: "imported",
  blueprint: "from templates",
  generated: "written by a model",
};

/** What was chosen, in terms and words; what was left as it starts is not said. */
export function describeRecipe(recipe: DatasetRecipe): [term: string, words: string][] {
  const { filters, targets, ratios } = recipe;
  const rows: [string, string | null][] = [
    ["Categories", filters.categories?.map(nameCategory).join(", ") ?? null],
    ["Verdicts", filters.verdicts.length === 1 ? `only ${filters.verdicts[0]}` : null],
    ["Origin", filters.origins?.map((origin) => ORIGIN_NAMES[origin]).join(", ") ?? null],
    [
      "Without",
      filters.excludedProviders.length > 0
        ? `what ${filters.excludedProviders.join(" and ")} wrote`
        : null,
    ],
    ["At most", targets.total === null ? null : `${formatCount(targets.total)} samples`],
    ["Split", `${ratios.train} / ${ratios.validation} / ${ratios.test} %`],
    ["Seed", recipe.seed],
  ];
  return rows.flatMap(([term, words]): [string, string][] =>
    words === null ? [] : [[term, words]],
  );
}

function nameCategory(category: string | null): string {
  return category === null ? "without a category" : formatName(category).toLowerCase();
}
