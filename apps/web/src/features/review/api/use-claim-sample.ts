import { type ClaimRequest, claimResponseSchema } from "@foundry/core/reviews/review.schema";
import { useMutation } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { retryForEver } from "./retry-for-ever";

export function useClaimSample() {
  return useMutation({
    mutationFn: (request: ClaimRequest) =>
      api.post("/api/review/claim", request, claimResponseSchema),
    ...retryForEver,
  });
}
