import { spendOverviewSchema } from "@foundry/core/generation/spend.schema";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../api/api-client";
import { SPEND_KEY } from "./use-spend";

/** Sets what all runs together may cost; null takes the limit away. */
export function useSetSpendLimit() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (limitUsd: number | null) =>
      api.put("/api/spend", { limitUsd }, spendOverviewSchema),
    onSuccess: (changed) => {
      queryClient.setQueryData(SPEND_KEY, changed);
      void queryClient.invalidateQueries({ queryKey: ["generation"] });
    },
  });
}
