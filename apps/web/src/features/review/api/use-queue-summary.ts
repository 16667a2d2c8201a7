import { queueSummarySchema } from "@foundry/core/reviews/review.schema";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { reviewKeys } from "./review-keys";

const POLL_MS = 10_000;

/** The queue as it stands, asked for again while somebody waits for a sample. */
export function useQueueSummary() {
  return useQuery({
    queryKey: reviewKeys.summary(),
    queryFn: ({ signal }) => api.get("/api/review/summary", queueSummarySchema, { signal }),
    refetchInterval: POLL_MS,
    staleTime: 0,
    // An answer from before the last verdict would send the desk to claim in vain.
    gcTime: 0,
  });
}
