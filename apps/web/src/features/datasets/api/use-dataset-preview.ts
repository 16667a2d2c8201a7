import { datasetPreviewSchema } from "@foundry/core/datasets/dataset.schema";
import type { DatasetRecipe } from "@foundry/core/datasets/recipe.schema";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { datasetKeys } from "../../../components/datasets/dataset-keys";

/** What a recipe would freeze, from the samples as they are now. The one before stays in sight. */
export function useDatasetPreview(recipe: DatasetRecipe | null) {
  return useQuery({
    queryKey: datasetKeys.preview(recipe),
    queryFn: ({ signal }) =>
      api.post("/api/datasets/preview", { recipe }, datasetPreviewSchema, { signal }),
    enabled: recipe !== null,
    placeholderData: keepPreviousData,
    // Reviewers go on while the form is open.
    staleTime: 10_000,
  });
}
