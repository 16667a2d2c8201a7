import { generationRunPageSchema } from "@foundry/core/generation/generation.schema";
import { useInfiniteQuery } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { isUnderWay } from "../is-under-way";
import { generationKeys } from "./generation-keys";

const POLL_MS = 2_000;

/** Runs from the newest to the oldest; asked again while one of them is under way. */
export function useGenerationRuns() {
  return useInfiniteQuery({
    queryKey: generationKeys.runs(),
    queryFn: ({ pageParam, signal }) =>
      api.get(
        `/api/generation-runs${pageParam === null ? "" : `?cursor=${pageParam}`}`,
        generationRunPageSchema,
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: (query) =>
      query.state.data?.pages.some((page) => page.rows.some(isUnderWay)) === true ? POLL_MS : false,
  });
}
