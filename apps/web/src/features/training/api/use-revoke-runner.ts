import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { trainingKeys } from "./training-keys";

/** Makes a runner's token worthless at once; its work goes to another one. */
export function useRevokeRunner() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.delete(`/api/runners/${id}`),
    onSettled: () => queryClient.invalidateQueries({ queryKey: trainingKeys.runners() }),
  });
}
