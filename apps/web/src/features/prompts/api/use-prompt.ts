import { promptDetailSchema } from "@foundry/core/prompt-list/prompt.schema";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { promptsKeys } from "./prompts-keys";

/** One prompt with its family, its samples and what is most like it. */
export function usePrompt(promptId: number) {
  return useQuery({
    queryKey: promptsKeys.detail(promptId),
    queryFn: ({ signal }) => api.get(`/api/prompts/${promptId}`, promptDetailSchema, { signal }),
  });
}
