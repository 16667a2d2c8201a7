import { evaluationSchema } from "@foundry/core/evaluations/evaluation.schema";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { trainingKeys } from "./training-keys";

/** Lets base model and adapter answer the test split; each such look is counted. */
export function useStartEvaluation(trainingRunId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => api.post("/api/evaluations", { trainingRunId }, evaluationSchema),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: trainingKeys.run(trainingRunId) }),
  });
}
