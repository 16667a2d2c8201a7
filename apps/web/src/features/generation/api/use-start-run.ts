import {
  generationRunSchema,
  type OrderGeneration,
} from "@foundry/core/generation/generation.schema";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { generationKeys } from "./generation-keys";

/** Starts a run; it goes on in the background. */
export function useStartRun() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (order: OrderGeneration) =>
      api.post("/api/generation-runs", order, generationRunSchema),
    onSuccess: (run) => {
      queryClient.setQueryData(generationKeys.run(run.id), run);
      void queryClient.invalidateQueries({ queryKey: generationKeys.runs() });
    },
  });
}
