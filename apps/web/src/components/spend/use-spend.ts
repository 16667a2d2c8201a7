import { spendOverviewSchema } from "@foundry/core/generation/spend.schema";
import { useQuery } from "@tanstack/react-query";
import { api } from "../api/api-client";

const POLL_MS = 10_000;

export const SPEND_KEY = ["spend"] as const;

/**
 * Money over all runs, renewed while somebody looks.
 *
 * @param isAllowed false for people who may not see money: nothing is asked
 */
export function useSpend(isAllowed = true) {
  return useQuery({
    queryKey: SPEND_KEY,
    queryFn: ({ signal }) => api.get("/api/spend", spendOverviewSchema, { signal }),
    refetchInterval: POLL_MS,
    enabled: isAllowed,
  });
}
