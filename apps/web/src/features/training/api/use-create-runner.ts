import { createdRunnerSchema } from "@foundry/core/runners/runner.schema";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { trainingKeys } from "./training-keys";

/** A token for another machine; it is in the answer and nowhere else. */
export function useCreateRunner() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => api.post("/api/runners", { name }, createdRunnerSchema),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: trainingKeys.runners() }),
  });
}
