import { recordedReviewSchema, type RecordReview } from "@foundry/core/reviews/review.schema";
import { useMutation } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { fitsKeepalive } from "./fits-keepalive";
import { retryForEver } from "./retry-for-ever";

/** The verdict's own id makes sending it again harmless. */
export function useRecordReview() {
  return useMutation({
    mutationFn: (verdict: RecordReview) =>
      api.post("/api/review/verdicts", verdict, recordedReviewSchema, {
        keepalive: fitsKeepalive(verdict),
      }),
    ...retryForEver,
  });
}
