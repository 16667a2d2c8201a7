import { type OrderPrompts, promptRunSchema } from "@foundry/core/prompt-runs/prompt-run.schema";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { promptsKeys } from "./prompts-keys";

export function useStartPromptRun() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (order: OrderPrompts) => api.post("/api/prompt-runs", order, promptRunSchema),
    onSuccess: (run) => {
      queryClient.setQueryData(promptsKeys.run(run.id), run);
      void queryClient.invalidateQueries({ queryKey: promptsKeys.runs() });
    },
  });
}
