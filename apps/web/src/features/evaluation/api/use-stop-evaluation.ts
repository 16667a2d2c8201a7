import { evaluationSchema } from "@foundry/core/evaluations/evaluation.schema";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { evaluationKeys } from "./evaluation-keys";

/** Stops an evaluation; what was answered by then is not scored. */
export function useStopEvaluation(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => api.post(`/api/evaluations/${id}/stop`, {}, evaluationSchema),
    onSuccess: (evaluation) => {
      queryClient.setQueryData(evaluationKeys.one(id), evaluation);
      void queryClient.invalidateQueries({ queryKey: evaluationKeys.list() });
    },
  });
}
