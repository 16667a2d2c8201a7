import { z } from "zod";
import { ERROR_TYPE_IDS } from "../checks/error-types.ts";
import { dismissalSchema, riskSchema } from "../findings/finding.schema.ts";
import { IR_LIMITS } from "../ir/ir-limits.ts";
import { SAMPLE_STATES } from "../samples/sample-state.ts";
import { storableTextSchema } from "../database/storable-text.ts";

export const VERDICTS = ["accept", "correct", "reject", "skip"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** The review checklist of IR.md section 2, in its order. */
export const CHECKLIST = [
  "Literals are exact and marked LITERAL",
  "Python quirks are handled",
  "Assertions cover the edge cases",
  "Every return path is in the effects",
] as const;

export const SKIP_REASONS = {
  unsure: "I am not sure",
  unclear_prompt: "The prompt is unclear",
  needs_expert: "Needs someone who knows this area",
  technical_problem: "Something on the screen does not work",
} as const;
export type SkipReason = keyof typeof SKIP_REASONS;
const skipReasonSchema = z.enum(Object.keys(SKIP_REASONS) as [SkipReason, ...SkipReason[]]);

/** Longest IR that a person can submit, in UTF-16 code units: the longest that can be read. */
export const MAX_IR_LENGTH = IR_LIMITS.maxLength;
/** How long a sample stays with its reviewer without a sign of life. */
export const LEASE_SECONDS = 120;
/** How often the desk says that its reviewer is still there. */
export const HEARTBEAT_SECONDS = 30;

const checklistSchema = z.array(z.boolean()).length(CHECKLIST.length);
const noteSchema = storableTextSchema.max(4_000).nullable();

const verdictBase = {
  /** Made by the client once per verdict: the idempotency key. */
  id: z.uuid(),
  sampleId: z.int32().positive(),
  leaseToken: z.int32().nonnegative(),
  /** The IR version that was on screen. */
  baseIrId: z.uuid(),
  checklist: checklistSchema,
  note: noteSchema,
};

export const recordReviewSchema = z.discriminatedUnion("verdict", [
  z.strictObject({ ...verdictBase, verdict: z.literal("accept") }),
  z.strictObject({
    ...verdictBase,
    verdict: z.literal("correct"),
    irRaw: storableTextSchema.min(1).max(MAX_IR_LENGTH),
  }),
  z.strictObject({
    ...verdictBase,
    verdict: z.literal("reject"),
    reasons: z.array(z.enum(ERROR_TYPE_IDS)).min(1),
  }),
  z.strictObject({
    ...verdictBase,
    verdict: z.literal("skip"),
    reasons: z.array(skipReasonSchema).min(1),
  }),
]);
export type RecordReview = z.infer<typeof recordReviewSchema>;

export const recordedReviewSchema = z.object({
  reviewId: z.uuid(),
  sampleId: z.int(),
  verdict: z.enum(VERDICTS),
  sampleState: z.enum(SAMPLE_STATES),
});
export type RecordedReview = z.infer<typeof recordedReviewSchema>;

export const claimRequestSchema = z.strictObject({
  /** Offer samples that this reviewer skipped before. */
  includeSkipped: z.boolean().default(false),
  /** Claim this sample and no other. */
  sampleId: z.int32().positive().optional(),
});
export type ClaimRequest = z.infer<typeof claimRequestSchema>;

export const saveDraftSchema = z.strictObject({
  baseIrId: z.uuid(),
  irRaw: storableTextSchema.max(MAX_IR_LENGTH),
  checklist: checklistSchema,
  note: noteSchema,
});
export type SaveDraft = z.infer<typeof saveDraftSchema>;

export const draftSchema = saveDraftSchema.extend({ updatedAt: z.iso.datetime() });
export type Draft = z.infer<typeof draftSchema>;

/** Everything the desk needs to show one sample. Times are ISO 8601 UTC. */
export const leasedSampleSchema = z.object({
  sampleId: z.int(),
  leaseToken: z.int(),
  leaseExpiresAt: z.iso.datetime(),
  round: z.int(),
  prompt: z.object({
    id: z.int(),
    text: z.string(),
    category: z.string().nullable(),
    complexity: z.string().nullable(),
    source: z.string().nullable(),
  }),
  ir: z.object({ id: z.uuid(), version: z.int(), raw: z.string(), isSchemaValid: z.boolean() }),
  draft: draftSchema.nullable(),
  /** Of all versions of the IR, oldest first. */
  dismissals: z.array(dismissalSchema),
  /** Of the IR above; null until it was checked. */
  risk: riskSchema.nullable(),
});
export type LeasedSample = z.infer<typeof leasedSampleSchema>;

/**
 * The queue as this reviewer sees it; tells "all done" from "all leased by others".
 * `pending` is the sum of `available`, `leasedByMe`, `leasedByOthers` and `skippedByMe`.
 */
export const queueSummarySchema = z.object({
  total: z.int(),
  pending: z.int(),
  /** Pending, not leased, not skipped by this reviewer: what a claim could give now. */
  available: z.int(),
  leasedByMe: z.int(),
  leasedByOthers: z.int(),
  /** Pending, not leased, skipped by this reviewer: what a claim gives only when asked to. */
  skippedByMe: z.int(),
  accepted: z.int(),
  corrected: z.int(),
  rejected: z.int(),
  /** Decisive verdicts of this reviewer that stand. */
  decidedByMe: z.int(),
});
export type QueueSummary = z.infer<typeof queueSummarySchema>;

export const claimResponseSchema = z.object({
  sample: leasedSampleSchema.nullable(),
  summary: queueSummarySchema,
});
export type ClaimResponse = z.infer<typeof claimResponseSchema>;

export const leaseSchema = z.object({
  sampleId: z.int(),
  leaseToken: z.int(),
  leaseExpiresAt: z.iso.datetime(),
});
export type Lease = z.infer<typeof leaseSchema>;

/** Which lease a heartbeat or a release is about. */
export const heldLeaseSchema = z.strictObject({
  sampleId: z.int32().positive(),
  leaseToken: z.int32().nonnegative(),
});
export type HeldLease = z.infer<typeof heldLeaseSchema>;
