import { samplePageSchema } from "@foundry/core/samples/sample.schema";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { generationKeys } from "./generation-keys";

export interface AcceptedFilters {
  state: "accepted" | "corrected";
  search: string;
}

/** Samples that may become examples, newest first. */
export function useAcceptedSamples({ state, search }: AcceptedFilters) {
  return useInfiniteQuery({
    queryKey: [...generationKeys.all, "accepted", state, search],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ state, limit: "25" });
      if (search !== "") query.set("search", search);
      if (pageParam !== null) query.set("cursor", String(pageParam));
      return api.get(`/api/samples?${query}`, samplePageSchema, { signal });
    },
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
}
