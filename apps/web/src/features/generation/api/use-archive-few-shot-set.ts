import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { generationKeys } from "./generation-keys";

/** Takes a set out of the lists; runs that used it keep it. */
export function useArchiveFewShotSet(setId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => api.delete(`/api/few-shot-sets/${setId}`),
    onSuccess: () => void queryClient.invalidateQueries({ queryKey: generationKeys.fewShotSets() }),
  });
}
