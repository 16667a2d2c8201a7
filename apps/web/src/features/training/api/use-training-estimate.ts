import {
  type PlanTrainingRun,
  trainingEstimateSchema,
} from "@foundry/core/training/training-run.schema";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { trainingKeys } from "./training-keys";

/** What a training would take; the estimate before stays in sight until the next. */
export function useTrainingEstimate(plan: PlanTrainingRun | null) {
  return useQuery({
    queryKey: trainingKeys.estimate(plan),
    queryFn: ({ signal }) =>
      api.post("/api/training-runs/estimate", plan, trainingEstimateSchema, { signal }),
    enabled: plan !== null,
    placeholderData: keepPreviousData,
  });
}
