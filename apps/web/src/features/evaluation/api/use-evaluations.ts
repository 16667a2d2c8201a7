import { evaluationPageSchema } from "@foundry/core/evaluations/evaluation.schema";
import { useInfiniteQuery } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { isUnderWay } from "../is-under-way";
import { evaluationKeys } from "./evaluation-keys";

const POLL_MS = 2_000;

/** Evaluations from the newest to the oldest; asked again while one of them is under way. */
export function useEvaluations() {
  return useInfiniteQuery({
    queryKey: evaluationKeys.list(),
    queryFn: ({ pageParam, signal }) =>
      api.get(
        `/api/evaluations${pageParam === null ? "" : `?cursor=${pageParam}`}`,
        evaluationPageSchema,
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: (query) =>
      query.state.data?.pages.some((page) => page.rows.some(isUnderWay)) === true ? POLL_MS : false,
  });
}
