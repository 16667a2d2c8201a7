import { sampleEvidenceSchema } from "@foundry/core/implementations/implementation.schema";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { samplesKeys } from "./samples-keys";

/** The reference implementations of a sample's prompt, in Python. */
export function useImplementations(sampleId: number) {
  return useQuery({
    queryKey: samplesKeys.evidence(sampleId),
    queryFn: ({ signal }) =>
      api.get(`/api/samples/${sampleId}/evidence`, sampleEvidenceSchema, { signal }),
    select: ({ implementations }) => implementations,
  });
}
