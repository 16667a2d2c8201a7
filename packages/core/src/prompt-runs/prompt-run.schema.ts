import { z } from "zod";
import { storableTextSchema } from "../database/storable-text.ts";
import { COMPLEXITIES } from "../prompts/derive-complexity.ts";
import { PROMPT_CATEGORIES } from "../prompts/prompt-category.ts";

const PROMPT_RUN_STATES = ["waiting", "running", "done", "failed", "cancelled"] as const;

/** Prompts of one run: as many as a worker draws within seconds. */
export const MAX_PROMPTS_OF_RUN = 5_000;

const quotasSchema = z.partialRecord(
  z.enum(PROMPT_CATEGORIES),
  z.int().min(0).max(MAX_PROMPTS_OF_RUN),
);
const complexityMixSchema = z.partialRecord(z.enum(COMPLEXITIES), z.number().min(0).max(1_000));

/** What to write: the same order always gives the same texts. */
export const orderPromptsSchema = z.strictObject({
  seed: storableTextSchema.min(1).max(100),
  /** How many of each category; one that is left out gets none. */
  quotas: quotasSchema.refine(
    (quotas) => {
      const count = sumQuotas(quotas);
      return count >= 1 && count <= MAX_PROMPTS_OF_RUN;
    },
    { error: `must add up to at least 1 and at most ${MAX_PROMPTS_OF_RUN}` },
  ),
  /** Shares of the complexities; null: as they come. */
  complexityMix: complexityMixSchema
    .refine((mix) => Object.values(mix).some((share) => share > 0), {
      error: "must give at least one complexity a share",
    })
    .nullable()
    .default(null),
  /** Also stores the IR, the implementation and the inputs that belong to each prompt. */
  withBlueprints: z.boolean().default(false),
});
export type OrderPrompts = z.output<typeof orderPromptsSchema>;
export type PromptQuotas = OrderPrompts["quotas"];

export function sumQuotas(quotas: PromptQuotas): number {
  return Object.values(quotas).reduce((sum, count) => sum + count, 0);
}

export const promptRunSchema = z.object({
  id: z.uuid(),
  state: z.enum(PROMPT_RUN_STATES),
  seed: z.string(),
  /** Prompts that were asked for. */
  count: z.int(),
  quotas: quotasSchema,
  complexityMix: complexityMixSchema.nullable(),
  withBlueprints: z.boolean(),
  /** Of `count`: created, refused and kept together. */
  doneCount: z.int(),
  createdCount: z.int(),
  /** Not stored because one like it was there: see the refusals. */
  refusedCount: z.int(),
  /** Texts that were there before. */
  keptCount: z.int(),
  /** IRs that came with the prompts and wait for review. */
  sampleCount: z.int(),
  error: z.string().nullable(),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
});
export type PromptRun = z.infer<typeof promptRunSchema>;

export const promptRunPageSchema = z.object({
  rows: z.array(promptRunSchema),
  nextCursor: z.uuid().nullable(),
});
export type PromptRunPage = z.infer<typeof promptRunPageSchema>;

const promptRefusalSchema = z.object({
  /** Position among the texts of the run, from 0. */
  seq: z.int(),
  text: z.string(),
  category: z.string(),
  templateId: z.string(),
  /** 0 to 1, of the prompt that was there. */
  similarity: z.number(),
  nearest: z.object({ promptId: z.int(), text: z.string() }),
});

export const promptRefusalPageSchema = z.object({
  rows: z.array(promptRefusalSchema),
  /** `seq` to continue after. */
  nextCursor: z.int().nullable(),
});
export type PromptRefusalPage = z.infer<typeof promptRefusalPageSchema>;

export const promptPreviewSchema = z.object({
  /** The first ones, in the order of the run. */
  prompts: z.array(
    z.object({
      text: z.string(),
      category: z.enum(PROMPT_CATEGORIES),
      complexity: z.enum(COMPLEXITIES),
      templateId: z.string(),
    }),
  ),
  quotas: z.array(
    z.object({
      category: z.enum(PROMPT_CATEGORIES),
      wanted: z.int(),
      /** Fewer than wanted: the templates cannot give more. */
      drawn: z.int(),
      complexities: z.object({ easy: z.int(), medium: z.int(), medium_hard: z.int() }),
    }),
  ),
  /** Why a category has fewer than wanted; complexity null: of any. */
  shortages: z.array(
    z.object({
      category: z.enum(PROMPT_CATEGORIES),
      complexity: z.enum(COMPLEXITIES).nullable(),
      wanted: z.int(),
      available: z.int(),
    }),
  ),
  /** What would become of the drawn prompts, by comparison with the corpus. */
  newCount: z.int(),
  keptCount: z.int(),
  refusedCount: z.int(),
  /** Prompts of the corpus, and how many of them, the newest, were looked at for near ones. */
  corpusCount: z.int(),
  comparedCount: z.int(),
  /** All shares are 0 to 1; see the diversity report. */
  diversity: z.object({
    count: z.int(),
    distinct: z.array(z.number()),
    /** Texts by the similarity of their nearest neighbour, in tenths. */
    nearest: z.array(z.int()),
    meanNearest: z.number(),
    nearDuplicates: z.number(),
  }),
});
export type PromptPreview = z.infer<typeof promptPreviewSchema>;
