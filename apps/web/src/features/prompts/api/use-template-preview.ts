import {
  type OwnTemplateDraft,
  templatePreviewSchema,
} from "@foundry/core/prompts/own-templates/own-template.schema";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { promptsKeys } from "./prompts-keys";

/** What a draft would write, and what is wrong with it; nothing is stored. */
export function useTemplatePreview(draft: OwnTemplateDraft) {
  return useQuery({
    queryKey: promptsKeys.templatePreview(draft),
    queryFn: ({ signal }) =>
      api.post("/api/templates/preview", { draft }, templatePreviewSchema, { signal }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
