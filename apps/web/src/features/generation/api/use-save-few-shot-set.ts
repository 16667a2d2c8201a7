import {
  type FewShotRecipe,
  fewShotSetDetailSchema,
} from "@foundry/core/generation/few-shot.schema";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { generationKeys } from "./generation-keys";

/** Freezes a set of examples; the name of an earlier one makes its next version. */
export function useSaveFewShotSet() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (set: { name: string; recipe: FewShotRecipe }) =>
      api.post("/api/few-shot-sets", set, fewShotSetDetailSchema),
    onSuccess: () => void queryClient.invalidateQueries({ queryKey: generationKeys.fewShotSets() }),
  });
}
