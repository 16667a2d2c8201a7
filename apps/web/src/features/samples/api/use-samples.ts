import { samplePageSchema } from "@foundry/core/samples/sample.schema";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { type SampleFilters, writeFilters } from "../filters/sample-filters";
import { samplesKeys } from "./samples-keys";

const PAGE_SIZE = 50;

/** Newest first, page by page by key. While filters change, the rows before stay in sight. */
export function useSamples(filters: SampleFilters) {
  return useInfiniteQuery({
    queryKey: samplesKeys.list(filters),
    queryFn: ({ pageParam, signal }) => {
      const params = new URLSearchParams(writeFilters(filters));
      params.set("limit", String(PAGE_SIZE));
      if (pageParam !== null) params.set("cursor", String(pageParam));
      return api.get(`/api/samples?${params}`, samplePageSchema, { signal });
    },
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
}
