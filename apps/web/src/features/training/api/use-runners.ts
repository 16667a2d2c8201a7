import { runnerListSchema } from "@foundry/core/runners/runner.schema";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { trainingKeys } from "./training-keys";

const POLL_MS = 5_000;

/** The machines that train, and how far the one beside the studio is. */
export function useRunners() {
  return useQuery({
    queryKey: trainingKeys.runners(),
    queryFn: ({ signal }) => api.get("/api/runners", runnerListSchema, { signal }),
    refetchInterval: POLL_MS,
  });
}
