import {
  type StartTrainingRun,
  trainingRunSchema,
} from "@foundry/core/training/training-run.schema";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { trainingKeys } from "./training-keys";

/** Starts a training; the same press sent twice is one run. */
export function useStartTraining() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (order: StartTrainingRun) =>
      api.post("/api/training-runs", order, trainingRunSchema),
    onSuccess: (run) => {
      queryClient.setQueryData(trainingKeys.run(run.id), run);
      void queryClient.invalidateQueries({ queryKey: trainingKeys.runs() });
    },
  });
}
