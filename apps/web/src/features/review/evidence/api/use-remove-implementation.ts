import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../../../../components/api/api-client";
import { evidenceKeys } from "./evidence-keys";

export function useRemoveImplementation(sampleId: number) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.delete(`/api/implementations/${id}`),
    // Also after a refusal: somebody else may have removed it.
    onSettled: () => queryClient.invalidateQueries({ queryKey: evidenceKeys.ofSample(sampleId) }),
  });
}
