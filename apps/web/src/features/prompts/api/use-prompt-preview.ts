import {
  type OrderPrompts,
  promptPreviewSchema,
} from "@foundry/core/prompt-runs/prompt-run.schema";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { promptsKeys } from "./prompts-keys";

/** What a run would write; nothing is stored. The preview before stays in sight until the next one. */
export function usePromptPreview(order: OrderPrompts | null) {
  return useQuery({
    queryKey: promptsKeys.preview(order),
    queryFn: ({ signal }) =>
      api.post("/api/prompt-runs/preview", order, promptPreviewSchema, { signal }),
    enabled: order !== null,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
}
