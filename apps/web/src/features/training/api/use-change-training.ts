import { trainingRunSchema } from "@foundry/core/training/training-run.schema";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { trainingKeys } from "./training-keys";

/** Stops a training at its next step, or takes it up again from its last checkpoint. */
export function useChangeTraining(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (act: "stop" | "resume") =>
      api.post(`/api/training-runs/${id}/${act}`, {}, trainingRunSchema),
    onSuccess: (run) => {
      queryClient.setQueryData(trainingKeys.run(id), run);
      void queryClient.invalidateQueries({ queryKey: trainingKeys.runs() });
    },
  });
}
