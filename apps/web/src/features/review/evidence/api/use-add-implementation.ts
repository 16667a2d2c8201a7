import {
  type Implementation,
  type SampleEvidence,
  implementationSchema,
} from "@foundry/core/implementations/implementation.schema";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../../../../components/api/api-client";
import { evidenceKeys } from "./evidence-keys";

/** Keeps a source with the sample's prompt; the same source twice is the same implementation. */
export function useAddImplementation(sampleId: number) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (source: string) =>
      api.post(`/api/samples/${sampleId}/implementations`, { source }, implementationSchema),
    onSuccess: (added: Implementation) =>
      queryClient.setQueryData<SampleEvidence>(
        evidenceKeys.ofSample(sampleId),
        (evidence) =>
          evidence && {
            ...evidence,
            implementations: [
              ...evidence.implementations.filter(({ id }) => id !== added.id),
              added,
            ],
          },
      ),
  });
}
