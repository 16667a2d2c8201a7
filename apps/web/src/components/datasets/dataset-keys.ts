import type { DatasetRecipe } from "@foundry/core/datasets/recipe.schema";
import type { Split } from "@foundry/core/datasets/split.schema";

export const datasetKeys = {
  all: ["datasets"] as const,
  list: () => [...datasetKeys.all, "list"] as const,
  one: (id: string) => [...datasetKeys.all, "one", id] as const,
  items: (id: string, split: Split | null) => [...datasetKeys.all, "items", id, split] as const,
  preview: (recipe: DatasetRecipe | null) => [...datasetKeys.all, "preview", recipe] as const,
};
