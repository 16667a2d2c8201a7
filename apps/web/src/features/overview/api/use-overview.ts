import { overviewSchema } from "@foundry/core/overview/overview.schema";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";

const POLL_MS = 15_000;

/** The pipeline as it stands, renewed while somebody looks. */
export function useOverview() {
  return useQuery({
    queryKey: ["overview"],
    queryFn: ({ signal }) => api.get("/api/overview", overviewSchema, { signal }),
    refetchInterval: POLL_MS,
  });
}
