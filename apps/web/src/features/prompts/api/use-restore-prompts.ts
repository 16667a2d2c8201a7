import { changedPromptsSchema } from "@foundry/core/prompt-list/prompt.schema";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { notifyRefusal } from "../../../components/notify-refusal";
import { promptsKeys } from "./prompts-keys";

/** Brings archived prompts back. */
export function useRestorePrompts() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (ids: number[]) => api.post("/api/prompts/restore", { ids }, changedPromptsSchema),
    onSuccess: () => void queryClient.invalidateQueries({ queryKey: promptsKeys.all }),
    onError: (error) => notifyRefusal("Still archived", error),
  });
}
