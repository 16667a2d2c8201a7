import {
  type OwnTemplateDraft,
  ownTemplateSchema,
} from "@foundry/core/prompts/own-templates/own-template.schema";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { promptsKeys } from "./prompts-keys";

/** Stores a template; with an id it replaces what that one says. */
export function useSaveTemplate(id: string | null) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (draft: OwnTemplateDraft) =>
      id === null
        ? api.post("/api/templates", draft, ownTemplateSchema)
        : api.put(`/api/templates/${id}`, draft, ownTemplateSchema),
    onSuccess: (saved) => {
      queryClient.setQueryData(promptsKeys.template(saved.id), saved);
      void queryClient.invalidateQueries({ queryKey: promptsKeys.templates() });
    },
  });
}
