import { promptRunSchema } from "@foundry/core/prompt-runs/prompt-run.schema";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { promptsKeys } from "./prompts-keys";

/** Cancels a run, or runs a stopped one again. */
export function useChangePromptRun(id: string, change: "cancel" | "retry") {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => api.post(`/api/prompt-runs/${id}/${change}`, undefined, promptRunSchema),
    onSuccess: (changed) => {
      queryClient.setQueryData(promptsKeys.run(id), changed);
      void queryClient.invalidateQueries({ queryKey: promptsKeys.runs() });
      void queryClient.invalidateQueries({ queryKey: promptsKeys.refusals(id) });
    },
  });
}
