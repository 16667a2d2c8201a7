import {
  type GENERATION_ITEM_STATES,
  generationItemPageSchema,
  type ItemFailure,
} from "@foundry/core/generation/generation.schema";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { generationKeys } from "./generation-keys";

export interface ItemFilters {
  state: (typeof GENERATION_ITEM_STATES)[number] | null;
  failure: ItemFailure | null;
}

/** The prompts of a run in their order, page by page. */
export function useGenerationItems(runId: string, filters: ItemFilters) {
  return useInfiniteQuery({
    queryKey: generationKeys.items(runId, filters),
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams();
      if (filters.state !== null) query.set("state", filters.state);
      if (filters.failure !== null) query.set("failure", filters.failure);
      if (pageParam !== null) query.set("cursor", String(pageParam));
      return api.get(`/api/generation-runs/${runId}/items?${query}`, generationItemPageSchema, {
        signal,
      });
    },
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
}
