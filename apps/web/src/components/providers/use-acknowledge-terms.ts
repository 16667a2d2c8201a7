import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../api/api-client";

/** Says for good that this admin has read the provider's terms. */
export function useAcknowledgeTerms() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => api.post("/api/providers/anthropic/terms"),
    // Estimates name missing terms as an obstacle, so everything that is shown may change.
    onSuccess: () => queryClient.invalidateQueries(),
  });
}
