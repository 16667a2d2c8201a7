import { sampleCandidatesSchema } from "@foundry/core/generation/candidate.schema";
import { useQuery } from "@tanstack/react-query";
import { api } from "../api/api-client";

/** Every reply of the model for a sample's prompt, the chosen one first; they never change. */
export function useSampleCandidates(sampleId: number) {
  return useQuery({
    queryKey: ["candidates", sampleId],
    queryFn: ({ signal }) =>
      api.get(`/api/samples/${sampleId}/candidates`, sampleCandidatesSchema, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
