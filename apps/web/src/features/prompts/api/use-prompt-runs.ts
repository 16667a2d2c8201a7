import { promptRunPageSchema } from "@foundry/core/prompt-runs/prompt-run.schema";
import { useInfiniteQuery } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { isUnderWay } from "../is-under-way";
import { promptsKeys } from "./prompts-keys";

const POLL_MS = 2_000;

/** Runs from the newest to the oldest; asked again while one of them is under way. */
export function usePromptRuns() {
  return useInfiniteQuery({
    queryKey: promptsKeys.runs(),
    queryFn: ({ pageParam, signal }) =>
      api.get(
        `/api/prompt-runs${pageParam === null ? "" : `?cursor=${pageParam}`}`,
        promptRunPageSchema,
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: (query) =>
      query.state.data?.pages.some((page) => page.rows.some(isUnderWay)) === true ? POLL_MS : false,
  });
}
