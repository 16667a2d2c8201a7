import {
  claimRequestSchema,
  claimResponseSchema,
  draftSchema,
  heldLeaseSchema,
  leasedSampleSchema,
  leaseSchema,
  queueSummarySchema,
  recordedReviewSchema,
  recordReviewSchema,
  saveDraftSchema,
} from "@foundry/core/reviews/review.schema";
import { defineContract } from "../define-contract";
import { leasedSampleParams, uuidParams } from "./path-params";

const leaseTokenSchema = heldLeaseSchema.pick({ leaseToken: true });

export const reviewContracts = {
  claimSample: defineContract({
    method: "POST",
    path: "/api/review/claim",
    summary: "Take the next sample, or keep the one in hand. Null when there is none.",
    access: "sample.review",
    body: claimRequestSchema,
    answer: claimResponseSchema,
  }),
  getQueueSummary: defineContract({
    method: "GET",
    path: "/api/review/summary",
    summary: "The queue as you see it.",
    access: "sample.review",
    answer: queueSummarySchema,
  }),
  heartbeatLease: defineContract({
    method: "POST",
    path: "/api/review/leases/{sampleId}/heartbeat",
    summary: "Say that you are still at it, which keeps the sample yours.",
    access: "sample.review",
    params: leasedSampleParams,
    body: leaseTokenSchema,
    answer: leaseSchema,
  }),
  releaseLease: defineContract({
    method: "POST",
    path: "/api/review/leases/{sampleId}/release",
    summary: "Give a sample back without a verdict.",
    access: "sample.review",
    params: leasedSampleParams,
    body: leaseTokenSchema,
    answer: null,
  }),
  saveDraft: defineContract({
    method: "PUT",
    path: "/api/review/drafts/{sampleId}",
    summary: "Keep unfinished work. It outlives the lease.",
    access: "sample.review",
    params: leasedSampleParams,
    body: saveDraftSchema,
    answer: draftSchema,
  }),
  discardDraft: defineContract({
    method: "DELETE",
    path: "/api/review/drafts/{sampleId}",
    summary: "Throw unfinished work away.",
    access: "sample.review",
    params: leasedSampleParams,
    answer: null,
  }),
  recordReview: defineContract({
    method: "POST",
    path: "/api/review/verdicts",
    summary: "Record a verdict. Sending the same one again gives the same answer.",
    access: "sample.review",
    body: recordReviewSchema,
    answer: recordedReviewSchema,
  }),
  undoReview: defineContract({
    method: "POST",
    path: "/api/review/verdicts/{id}/undo",
    summary: "Take back your last verdict. The sample is yours again.",
    access: "sample.review",
    params: uuidParams,
    answer: leasedSampleSchema,
  }),
};
