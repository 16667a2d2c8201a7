import { trainingRunSchema } from "@foundry/core/training/training-run.schema";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { trainingKeys } from "./training-keys";

/** The training whose settings a new one begins with; null: none. */
export function useEarlierConfig(runId: string | null) {
  return useQuery({
    queryKey: trainingKeys.run(runId ?? ""),
    queryFn: ({ signal }) =>
      api.get(`/api/training-runs/${runId ?? ""}`, trainingRunSchema, { signal }),
    enabled: runId !== null,
    retry: false,
  });
}
