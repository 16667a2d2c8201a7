import { promptRefusalPageSchema } from "@foundry/core/prompt-runs/prompt-run.schema";
import { useInfiniteQuery } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { promptsKeys } from "./prompts-keys";

/** Texts that a run did not store because one like them was there, in the order of the run. */
export function usePromptRefusals(runId: string) {
  return useInfiniteQuery({
    queryKey: promptsKeys.refusals(runId),
    queryFn: ({ pageParam, signal }) =>
      api.get(
        `/api/prompt-runs/${runId}/refusals${pageParam === null ? "" : `?cursor=${pageParam}`}`,
        promptRefusalPageSchema,
        { signal },
      ),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}
