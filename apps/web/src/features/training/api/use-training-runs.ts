import { trainingRunPageSchema } from "@foundry/core/training/training-run.schema";
import { useInfiniteQuery } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { isUnderWay } from "../is-under-way";
import { trainingKeys } from "./training-keys";

const POLL_MS = 2_000;

/** Trainings from the newest to the oldest; asked again while one of them is under way. */
export function useTrainingRuns() {
  return useInfiniteQuery({
    queryKey: trainingKeys.runs(),
    queryFn: ({ pageParam, signal }) =>
      api.get(
        `/api/training-runs${pageParam === null ? "" : `?cursor=${pageParam}`}`,
        trainingRunPageSchema,
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: (query) =>
      query.state.data?.pages.some((page) => page.rows.some(isUnderWay)) === true ? POLL_MS : false,
  });
}
