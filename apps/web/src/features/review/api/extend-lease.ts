import { type HeldLease, type Lease, leaseSchema } from "@foundry/core/reviews/review.schema";
import { api } from "../../../components/api/api-client";

/** Says that the reviewer is still there. */
export function extendLease({ sampleId, leaseToken }: HeldLease): Promise<Lease> {
  return api.post(`/api/review/leases/${sampleId}/heartbeat`, { leaseToken }, leaseSchema);
}
