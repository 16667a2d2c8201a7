import { evaluationItemPageSchema } from "@foundry/core/evaluations/evaluation.schema";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { type ItemFilters, writeItemFilters } from "../item-filters";
import { evaluationKeys } from "./evaluation-keys";

/** The scored items that the filters let through; they never change. */
export function useEvaluationItems(
  id: string,
  filters: ItemFilters,
  { isEnabled = true }: { isEnabled?: boolean } = {},
) {
  return useInfiniteQuery({
    queryKey: evaluationKeys.items(id, filters),
    queryFn: ({ pageParam, signal }) => {
      const query = writeItemFilters(filters);
      if (pageParam !== null) query.set("cursor", String(pageParam));
      return api.get(`/api/evaluations/${id}/items?${query}`, evaluationItemPageSchema, { signal });
    },
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.nextCursor,
    enabled: isEnabled,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
}
