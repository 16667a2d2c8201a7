import { generationRunSchema } from "@foundry/core/generation/generation.schema";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { generationKeys } from "./generation-keys";

/** Pauses or cancels a run. */
export function useChangeRun(id: string, change: "pause" | "cancel") {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () =>
      api.post(`/api/generation-runs/${id}/${change}`, undefined, generationRunSchema),
    onSuccess: (changed) => {
      queryClient.setQueryData(generationKeys.run(id), changed);
      void queryClient.invalidateQueries({ queryKey: generationKeys.runs() });
      void queryClient.invalidateQueries({ queryKey: generationKeys.parts(id) });
    },
  });
}
