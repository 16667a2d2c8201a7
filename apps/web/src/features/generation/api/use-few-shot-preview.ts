import { type FewShotRecipe, fewShotPreviewSchema } from "@foundry/core/generation/few-shot.schema";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { generationKeys } from "./generation-keys";

/** What a recipe would give; nothing is stored. */
export function useFewShotPreview(recipe: FewShotRecipe | null) {
  return useQuery({
    queryKey: generationKeys.fewShotPreview(recipe),
    queryFn: ({ signal }) =>
      api.post("/api/few-shot-sets/preview", recipe, fewShotPreviewSchema, { signal }),
    enabled: recipe !== null,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
}
