import { evaluationItemSchema } from "@foundry/core/evaluations/evaluation.schema";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { evaluationKeys } from "./evaluation-keys";

/** One item with both answers; the item before stays in sight until it is there. */
export function useEvaluationItem(id: string, position: number) {
  return useQuery({
    queryKey: evaluationKeys.item(id, position),
    queryFn: ({ signal }) =>
      api.get(`/api/evaluations/${id}/items/${position}`, evaluationItemSchema, { signal }),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
}
