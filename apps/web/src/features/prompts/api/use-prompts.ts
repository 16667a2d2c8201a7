import { promptPageSchema } from "@foundry/core/prompt-list/prompt.schema";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { type PromptFilters, writeFilters } from "../filters/prompt-filters";
import { promptsKeys } from "./prompts-keys";

const PAGE_SIZE = 50;

/** Newest first, page by page by key. While filters change, the rows before stay in sight. */
export function usePrompts(filters: PromptFilters) {
  return useInfiniteQuery({
    queryKey: promptsKeys.list(filters),
    queryFn: ({ pageParam, signal }) => {
      const params = new URLSearchParams(writeFilters(filters));
      params.set("limit", String(PAGE_SIZE));
      if (pageParam !== null) params.set("cursor", String(pageParam));
      return api.get(`/api/prompts?${params}`, promptPageSchema, { signal });
    },
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
}
