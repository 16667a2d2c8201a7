import { z } from "zod";
import { storableTextSchema } from "../database/storable-text.ts";
import { COMPLEXITIES } from "../prompts/derive-complexity.ts";

export const GENERATION_RUN_STATES = [
  "waiting",
  "running",
  "paused",
  "done",
  "failed",
  "cancelled",
] as const;
export const GENERATION_ITEM_STATES = [
  "waiting",
  "running",
  "done",
  "failed",
  "cancelled",
] as const;
export const GENERATION_PRODUCERS = ["anthropic", "openai_compatible", "blueprint"] as const;
export const GENERATION_PURPOSES = ["irs", "variations"] as const;
export const GENERATION_MODES = ["direct", "batch"] as const;
export const EFFORTS = ["low", "medium", "high"] as const;

/** Why an item has no IR; each has a title and a next step in `describe-item-failure.ts`. */
export const ITEM_FAILURES = [
  "invalid",
  "refused",
  "truncated",
  "in_doubt",
  "overloaded",
  "timeout",
  "connection",
  "bad_request",
  "too_large",
  "no_blueprint",
  "nothing_new",
  "internal",
] as const;
export type ItemFailure = (typeof ITEM_FAILURES)[number];

/** Why a run stands still; each has a title and a next step in `describe-stop-reason.ts`. */
export const STOP_REASONS = [
  "by_person",
  "budget",
  "studio_limit",
  "spend_limit",
  "payment",
  "no_key",
  "authentication",
  "permission",
  "unknown_model",
  "unreachable",
  "internal",
] as const;
export type StopReason = (typeof STOP_REASONS)[number];

/** Dollars, as people write them; at most a billionth is kept. */
export const dollarsSchema = z.number().min(0).max(1_000_000);

export const MAX_PROMPTS_OF_GENERATION = 100_000;

/** Which prompts a run is for: all that fit, in the order of their ids. */
export const promptChoiceSchema = z.strictObject({
  /** Empty: of any category. */
  categories: z.array(storableTextSchema.max(200)).max(100).default([]),
  complexities: z.array(z.enum(COMPLEXITIES)).default([]),
  /** Only prompts of this import, prompt run or generation run. */
  importId: z.uuid().nullable().default(null),
  promptRunId: z.uuid().nullable().default(null),
  generationRunId: z.uuid().nullable().default(null),
  /** Leaves out prompts that have a sample already. */
  withoutIr: z.boolean().default(true),
  /** Named ones; then the rest of the filter still holds. */
  promptIds: z.array(z.int().min(1)).max(MAX_PROMPTS_OF_GENERATION).nullable().default(null),
  /** The first so many. */
  limit: z.int().min(1).max(MAX_PROMPTS_OF_GENERATION).nullable().default(null),
});
export type PromptChoice = z.output<typeof promptChoiceSchema>;

export const orderGenerationSchema = z.strictObject({
  purpose: z.enum(GENERATION_PURPOSES).default("irs"),
  producer: z.enum(GENERATION_PRODUCERS),
  endpointId: z.uuid().nullable().default(null),
  /** Of Anthropic; an endpoint has its own, blueprints have none. */
  model: storableTextSchema.min(1).max(200).nullable().default(null),
  effort: z.enum(EFFORTS).nullable().default(null),
  mode: z.enum(GENERATION_MODES).default("direct"),
  candidatesPerPrompt: z.int().min(1).max(8).default(1),
  repairTurns: z.int().min(0).max(3).default(1),
  /** For variations only. */
  variationsPerPrompt: z.int().min(1).max(20).nullable().default(null),
  fewShotSetId: z.uuid().nullable().default(null),
  onDoubt: z.enum(["retry", "hold"]).default("retry"),
  maxInFlight: z.int().min(1).max(64).default(8),
  /** Null: only the studio's own limit holds. */
  budgetUsd: dollarsSchema.nullable().default(null),
  choice: promptChoiceSchema,
});
export type OrderGeneration = z.output<typeof orderGenerationSchema>;

export const generationCountsSchema = z.object({
  waiting: z.int(),
  running: z.int(),
  done: z.int(),
  failed: z.int(),
  cancelled: z.int(),
});

export const generationRunSchema = z.object({
  id: z.uuid(),
  purpose: z.enum(GENERATION_PURPOSES),
  state: z.enum(GENERATION_RUN_STATES),
  producer: z.enum(GENERATION_PRODUCERS),
  /** In words: "Claude", "Blueprints", or the name of the endpoint. */
  producerTitle: z.string(),
  endpointId: z.uuid().nullable(),
  model: z.string().nullable(),
  effort: z.enum(EFFORTS).nullable(),
  mode: z.enum(GENERATION_MODES),
  candidatesPerPrompt: z.int(),
  repairTurns: z.int(),
  variationsPerPrompt: z.int().nullable(),
  fewShotSet: z.object({ id: z.uuid(), name: z.string(), version: z.int() }).nullable(),
  onDoubt: z.enum(["retry", "hold"]),
  maxInFlight: z.int(),
  promptVersion: z.string().nullable(),
  itemCount: z.int(),
  counts: generationCountsSchema,
  /** Samples that the run put into the queue; for variations: prompts. */
  createdCount: z.int(),
  /** Calls that were sent, those in doubt, and those that were sent again. */
  callCount: z.int(),
  inDoubtCount: z.int(),
  budgetUsd: z.number().nullable(),
  spentUsd: z.number(),
  /** Of calls under way and in doubt: may become spent. */
  reservedUsd: z.number(),
  /** Calls whose price is not known; `spentUsd` is without them. */
  unpricedCount: z.int(),
  /** When the provider asked to wait. */
  pausedUntil: z.iso.datetime().nullable(),
  /** Batches that the provider works on; it says nothing of how far it is. */
  openBatches: z.array(
    z.object({
      requestCount: z.int(),
      submittedAt: z.iso.datetime().nullable(),
      expiresAt: z.iso.datetime().nullable(),
    }),
  ),
  stopReason: z.enum(STOP_REASONS).nullable(),
  error: z.string().nullable(),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
});
export type GenerationRun = z.infer<typeof generationRunSchema>;

export const generationRunPageSchema = z.object({
  rows: z.array(generationRunSchema),
  nextCursor: z.uuid().nullable(),
});
export type GenerationRunPage = z.infer<typeof generationRunPageSchema>;

export const generationEstimateSchema = z.object({
  promptCount: z.int(),
  /** Of the fitting prompts, those without what the producer needs (a blueprint). */
  leftOutCount: z.int(),
  byCategory: z.array(z.object({ category: z.string().nullable(), count: z.int() })),
  callCount: z.int(),
  inputTokens: z.int().nullable(),
  outputTokens: z.int().nullable(),
  /** Expected, with a range; null: the price is not known. */
  costUsd: z.object({ low: z.number(), expected: z.number(), high: z.number() }).nullable(),
  /** Where the figures come from: earlier calls of the model, or a guess. */
  basis: z.enum(["measured", "assumed", "none"]),
  /** How many earlier calls were looked at. */
  basisCount: z.int(),
  pricedOn: z.iso.date().nullable(),
  /** What stands in the way of the start, each in a sentence, with a place to mend it. */
  obstacles: z.array(
    z.object({ reason: z.string(), message: z.string(), href: z.string().nullable() }),
  ),
  /** What is worth knowing before the start: a model near its end, prices that are old. */
  warnings: z.array(z.string()),
});
export type GenerationEstimate = z.infer<typeof generationEstimateSchema>;

export const generationItemSchema = z.object({
  id: z.uuid(),
  position: z.int(),
  state: z.enum(GENERATION_ITEM_STATES),
  promptId: z.int(),
  promptText: z.string(),
  category: z.string().nullable(),
  round: z.int(),
  failure: z.enum(ITEM_FAILURES).nullable(),
  failureMessage: z.string().nullable(),
  sampleId: z.int().nullable(),
  createdCount: z.int(),
  candidateCount: z.int(),
  callCount: z.int(),
  costUsd: z.number().nullable(),
});
export const generationItemPageSchema = z.object({
  rows: z.array(generationItemSchema),
  /** `position` to continue after. */
  nextCursor: z.int().nullable(),
});
export type GenerationItemPage = z.infer<typeof generationItemPageSchema>;
