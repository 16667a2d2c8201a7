import { leasedSampleSchema } from "@foundry/core/reviews/review.schema";
import { useMutation } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { retryForEver } from "./retry-for-ever";

export function useUndoReview() {
  return useMutation({
    mutationFn: (reviewId: string) =>
      api.post(`/api/review/verdicts/${reviewId}/undo`, undefined, leasedSampleSchema),
    ...retryForEver,
  });
}
