import { duplicatePromptsSchema } from "@foundry/core/prompt-list/prompt.schema";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { promptsKeys } from "./prompts-keys";

/** Pairs of prompts that say nearly the same, the nearest first. */
export function useDuplicates() {
  return useQuery({
    queryKey: promptsKeys.duplicates(),
    queryFn: ({ signal }) => api.get("/api/prompts/duplicates", duplicatePromptsSchema, { signal }),
  });
}
