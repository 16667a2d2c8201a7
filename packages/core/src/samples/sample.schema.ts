import { z } from "zod";
import { ERROR_TYPE_IDS } from "../checks/error-types.ts";
import { SEVERITIES } from "../checks/finding.ts";
import { dismissalSchema, riskSchema } from "../findings/finding.schema.ts";
import { VERDICTS } from "../reviews/review.schema.ts";
import { SAMPLE_STATES } from "./sample-state.ts";
import { storableTextSchema } from "../database/storable-text.ts";

/** The state filter also knows `leased`: pending and in somebody's hands now. */
export const listSamplesQuerySchema = z.strictObject({
  state: z.enum([...SAMPLE_STATES, "leased"]).optional(),
  category: storableTextSchema.max(100).optional(),
  complexity: storableTextSchema.max(100).optional(),
  /** Words that the prompt contains, all of them, in any order and case. */
  search: storableTextSchema.max(200).optional(),
  /** Id of a check: samples whose current IR has such a finding. */
  check: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,99}$/)
    .optional(),
  /** Sample id to continue below; lists run from the newest sample to the oldest. */
  cursor: z.coerce.number().pipe(z.int32().positive()).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ListSamplesQuery = z.infer<typeof listSamplesQuerySchema>;

export const sampleRowSchema = z.object({
  sampleId: z.int(),
  promptText: z.string(),
  category: z.string().nullable(),
  complexity: z.string().nullable(),
  source: z.string().nullable(),
  state: z.enum(SAMPLE_STATES),
  isSchemaValid: z.boolean(),
  leasedBy: z.string().nullable(),
  /** Name of the person whose verdict stands. */
  decidedBy: z.string().nullable(),
  isBenchmark: z.boolean(),
  /** Of the current IR, 0 to 1; null until it was checked. */
  risk: z.number().nullable(),
  /** Findings of the current IR; 0 until it was checked. */
  errorCount: z.int(),
  warningCount: z.int(),
  updatedAt: z.iso.datetime(),
});
export type SampleRow = z.infer<typeof sampleRowSchema>;

export const samplePageSchema = z.object({
  rows: z.array(sampleRowSchema),
  nextCursor: z.int().nullable(),
});
export type SamplePage = z.infer<typeof samplePageSchema>;

const irVersionSchema = z.object({
  id: z.uuid(),
  version: z.int(),
  origin: z.enum(["imported", "corrected", "blueprint", "generated"]),
  raw: z.string(),
  sha256: z.string(),
  isSchemaValid: z.boolean(),
  author: z.string().nullable(),
  createdAt: z.iso.datetime(),
});

/** What happened to a sample, oldest first. */
const historyEntrySchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("imported"),
    at: z.iso.datetime(),
    by: z.string().nullable(),
    fileName: z.string().nullable(),
    irVersion: z.int(),
  }),
  /** Stored together with a prompt that a template wrote. */
  z.object({
    kind: z.literal("blueprint"),
    at: z.iso.datetime(),
    /** Its title. */
    template: z.string().nullable(),
    irVersion: z.int(),
  }),
  /** Written by a model in a run. */
  z.object({
    kind: z.literal("generated"),
    at: z.iso.datetime(),
    provider: z.string().nullable(),
    model: z.string().nullable(),
    irVersion: z.int(),
  }),
  z.object({
    kind: z.literal("review"),
    at: z.iso.datetime(),
    by: z.string(),
    reviewId: z.uuid(),
    verdict: z.enum(VERDICTS),
    reasons: z.array(z.string()),
    note: z.string().nullable(),
    checklist: z.array(z.boolean()),
    irVersionBefore: z.int(),
    irVersionAfter: z.int(),
  }),
  z.object({
    kind: z.literal("undo"),
    at: z.iso.datetime(),
    by: z.string(),
    reviewId: z.uuid(),
  }),
]);
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

const sampleFindingSchema = z.object({
  check: z.string(),
  errorType: z.enum(ERROR_TYPE_IDS),
  severity: z.enum(SEVERITIES),
  path: z.string(),
  message: z.string(),
});

export const sampleDetailSchema = sampleRowSchema.extend({
  prompt: z.object({ id: z.int(), text: z.string() }),
  benchmark: z.object({ name: z.string(), functionName: z.string() }).nullable(),
  currentIrId: z.uuid(),
  /** Of the current IR, with its reasons; null until it was checked. */
  risk: riskSchema.nullable(),
  /** Of the current IR, by its checks and by running it, the gravest first; null until checked. */
  findings: z.array(sampleFindingSchema).nullable(),
  /** The findings are those of earlier checks; the newer ones are still to look at the IR. */
  findingsAreDated: z.boolean(),
  /** Of all versions of the IR, oldest first. */
  dismissals: z.array(dismissalSchema),
  irVersions: z.array(irVersionSchema),
  history: z.array(historyEntrySchema),
  /** Neighbours in the order of the queue table, for previous and next. */
  newerSampleId: z.int().nullable(),
  olderSampleId: z.int().nullable(),
});
export type SampleDetail = z.infer<typeof sampleDetailSchema>;

/** How many samples have a category and a complexity together; null where the prompt has none. */
export const categoryCountSchema = z.object({
  category: z.string().nullable(),
  complexity: z.string().nullable(),
  count: z.int(),
});
export type CategoryCount = z.infer<typeof categoryCountSchema>;
