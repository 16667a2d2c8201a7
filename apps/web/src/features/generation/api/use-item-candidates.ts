import { sampleCandidatesSchema } from "@foundry/core/generation/candidate.schema";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { generationKeys } from "./generation-keys";

/** Every reply for one prompt of a run, those of a failed one too. */
export function useItemCandidates(runId: string, itemId: string) {
  return useQuery({
    queryKey: generationKeys.candidates(runId, itemId),
    queryFn: ({ signal }) =>
      api.get(`/api/generation-runs/${runId}/items/${itemId}/candidates`, sampleCandidatesSchema, {
        signal,
      }),
  });
}
