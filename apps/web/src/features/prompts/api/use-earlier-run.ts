import { promptRunSchema } from "@foundry/core/prompt-runs/prompt-run.schema";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { promptsKeys } from "./prompts-keys";

/** The run that a form begins as; what was ordered never changes, so it is asked for once. */
export function useEarlierRun(runId: string | null) {
  return useQuery({
    queryKey: promptsKeys.run(runId ?? ""),
    queryFn: ({ signal }) => api.get(`/api/prompt-runs/${runId}`, promptRunSchema, { signal }),
    enabled: runId !== null,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}
