import { changedPromptsSchema } from "@foundry/core/prompt-list/prompt.schema";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { notifyRefusal } from "../../../components/notify-refusal";
import { showArchivedToast } from "../components/archived-toast";
import { promptsKeys } from "./prompts-keys";
import { useRestorePrompts } from "./use-restore-prompts";

/** Takes prompts out of the lists; a toast takes it back, also when the row that did it is gone. */
export function useArchivePrompts() {
  const queryClient = useQueryClient();
  const { mutate: restore } = useRestorePrompts();
  return useMutation({
    mutationFn: (ids: number[]) => api.post("/api/prompts/archive", { ids }, changedPromptsSchema),
    onSuccess: (changed) => {
      showArchivedToast(changed, () => restore(changed.ids));
      void queryClient.invalidateQueries({ queryKey: promptsKeys.all });
    },
    onError: (error) => notifyRefusal("Nothing was archived", error),
  });
}
