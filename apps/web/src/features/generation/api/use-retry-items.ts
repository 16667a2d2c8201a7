import { generationRunSchema } from "@foundry/core/generation/generation.schema";
import type { RetryItems } from "@foundry/core/generation/runs/change-run.schema";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { generationKeys } from "./generation-keys";

/** Puts failed prompts of a run back to work. */
export function useRetryItems(runId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (choice: RetryItems) =>
      api.post(`/api/generation-runs/${runId}/retry`, choice, generationRunSchema),
    onSuccess: (changed) => {
      queryClient.setQueryData(generationKeys.run(runId), changed);
      void queryClient.invalidateQueries({ queryKey: generationKeys.runs() });
      void queryClient.invalidateQueries({ queryKey: generationKeys.parts(runId) });
    },
  });
}
