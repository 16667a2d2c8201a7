import { sampleEvidenceSchema } from "@foundry/core/implementations/implementation.schema";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../../../components/api/api-client";
import { evidenceKeys } from "./evidence-keys";

/** What there is to run for a sample: implementations of its prompt, stored inputs, benchmark cases. */
export function useSampleEvidence(sampleId: number) {
  return useQuery({
    queryKey: evidenceKeys.ofSample(sampleId),
    queryFn: ({ signal }) =>
      api.get(`/api/samples/${sampleId}/evidence`, sampleEvidenceSchema, { signal }),
  });
}
