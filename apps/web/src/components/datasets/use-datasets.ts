import { datasetPageSchema } from "@foundry/core/datasets/dataset.schema";
import { useInfiniteQuery } from "@tanstack/react-query";
import { api } from "../api/api-client";
import { datasetKeys } from "./dataset-keys";

/** Frozen datasets, the newest first. */
export function useDatasets() {
  return useInfiniteQuery({
    queryKey: datasetKeys.list(),
    queryFn: ({ pageParam, signal }) =>
      api.get(
        `/api/datasets${pageParam === null ? "" : `?cursor=${pageParam}`}`,
        datasetPageSchema,
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}
