import { generationRunSchema } from "@foundry/core/generation/generation.schema";
import type { ResumeGeneration } from "@foundry/core/generation/runs/change-run.schema";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { generationKeys } from "./generation-keys";

/** Takes a paused run up again, with its budget as it is or with another one. */
export function useResumeRun(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (changes: ResumeGeneration) =>
      api.post(`/api/generation-runs/${id}/resume`, changes, generationRunSchema),
    onSuccess: (changed) => {
      queryClient.setQueryData(generationKeys.run(id), changed);
      void queryClient.invalidateQueries({ queryKey: generationKeys.runs() });
      void queryClient.invalidateQueries({ queryKey: generationKeys.parts(id) });
    },
  });
}
