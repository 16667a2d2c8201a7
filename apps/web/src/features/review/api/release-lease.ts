import type { HeldLease } from "@foundry/core/reviews/review.schema";
import { api } from "../../../components/api/api-client";

/** Lets others have the sample now. Nobody waits for the answer: without it the lease runs out. */
export function releaseLease({ sampleId, leaseToken }: HeldLease): void {
  const path = `/api/review/leases/${sampleId}/release`;
  api.post(path, { leaseToken }, undefined, { keepalive: true }).catch(() => {
    // The page is going away; the lease ends by itself.
  });
}
