import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { promptsKeys } from "./prompts-keys";

/** Deletes a template that a person wrote; the prompts that it wrote stay. */
export function useDeleteTemplate(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => api.delete(`/api/templates/${id}`),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: promptsKeys.templates() }),
  });
}
