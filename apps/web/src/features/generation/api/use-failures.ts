import { itemFailureCountSchema } from "@foundry/core/generation/runs/item-failure-count.schema";
import { useQuery } from "@tanstack/react-query";
import { z } from "zod";
import { api } from "../../../components/api/api-client";
import { generationKeys } from "./generation-keys";

/** Why prompts of a run failed, the most frequent cause first. */
export function useFailures(runId: string, isAsked: boolean) {
  return useQuery({
    queryKey: generationKeys.failures(runId),
    queryFn: ({ signal }) =>
      api.get(`/api/generation-runs/${runId}/failures`, z.array(itemFailureCountSchema), {
        signal,
      }),
    enabled: isAsked,
  });
}
