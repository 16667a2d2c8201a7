import {
  generationEstimateSchema,
  type OrderGeneration,
} from "@foundry/core/generation/generation.schema";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { generationKeys } from "./generation-keys";

/** What an order would take; nothing is stored or sent. The estimate before stays in sight until the next. */
export function useEstimate(order: OrderGeneration | null) {
  return useQuery({
    queryKey: generationKeys.estimate(order),
    queryFn: ({ signal }) =>
      api.post("/api/generation-estimates", order, generationEstimateSchema, { signal }),
    enabled: order !== null,
    placeholderData: keepPreviousData,
    // Somebody else may enter a key or spend money meanwhile.
    staleTime: 10_000,
  });
}
