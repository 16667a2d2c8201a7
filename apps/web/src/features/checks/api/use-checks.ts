import { checksOverviewSchema } from "@foundry/core/findings/finding.schema";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { checksKeys } from "./checks-keys";

const POLL_RUNNING_MS = 1_000;
const POLL_IDLE_MS = 20_000;

/** How far the checks have come and what became of their findings; asked often while they run. */
export function useChecks() {
  return useQuery({
    queryKey: checksKeys.all,
    queryFn: ({ signal }) => api.get("/api/checks", checksOverviewSchema, { signal }),
    refetchInterval: ({ state }) =>
      (state.data?.waitingIrs ?? 0) > 0 ? POLL_RUNNING_MS : POLL_IDLE_MS,
  });
}
