import { z } from "zod";
import { storableTextSchema } from "../database/storable-text.ts";
import { SAMPLE_STATES } from "../samples/sample-state.ts";

const nameSchema = storableTextSchema.min(1).max(200);

export const listPromptsQuerySchema = z.strictObject({
  category: nameSchema.optional(),
  complexity: nameSchema.optional(),
  source: nameSchema.optional(),
  templateId: nameSchema.optional(),
  family: nameSchema.optional(),
  runId: z.uuid().optional(),
  hasIr: z.enum(["yes", "no"]).optional(),
  /** `yes`: only those that were archived; left out: only the others. */
  archived: z.enum(["yes"]).optional(),
  /** Words that the prompt contains, all of them, in any order and case. */
  search: storableTextSchema.max(200).optional(),
  /** Prompt id to continue below; lists run from the newest prompt to the oldest. */
  cursor: z.coerce.number().pipe(z.int32().positive()).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ListPromptsQuery = z.infer<typeof listPromptsQuerySchema>;

export const promptRowSchema = z.object({
  id: z.int(),
  text: z.string(),
  category: z.string().nullable(),
  complexity: z.string().nullable(),
  source: z.string().nullable(),
  templateId: z.string().nullable(),
  family: z.string().nullable(),
  runId: z.string().nullable(),
  sampleCount: z.int(),
  isBenchmark: z.boolean(),
  archivedAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
});
export type PromptRow = z.infer<typeof promptRowSchema>;

export const promptPageSchema = z.object({
  rows: z.array(promptRowSchema),
  nextCursor: z.int().nullable(),
});
export type PromptPage = z.infer<typeof promptPageSchema>;

export const promptDetailSchema = promptRowSchema.extend({
  /** Id of the value of each slot, and the phrasing; null when no template wrote it. */
  slots: z.record(z.string(), z.union([z.string(), z.number()])).nullable(),
  samples: z.array(z.object({ sampleId: z.int(), state: z.enum(SAMPLE_STATES) })),
  /** Other prompts of the same family. */
  familyMembers: z.array(promptRowSchema),
  /** The most similar prompts of the same category, nearest first; shares from 0 to 1. */
  neighbours: z.array(z.object({ id: z.int(), text: z.string(), similarity: z.number() })),
});
export type PromptDetail = z.infer<typeof promptDetailSchema>;

export const duplicatePromptsSchema = z.object({
  /** Prompts that say nearly the same, the nearest first; share from 0 to 1. */
  pairs: z.array(
    z.object({ older: promptRowSchema, newer: promptRowSchema, similarity: z.number() }),
  ),
  /** Prompts that are not archived, and how many of them, the newest, were compared. */
  corpusCount: z.int(),
  comparedCount: z.int(),
});
export type DuplicatePrompts = z.infer<typeof duplicatePromptsSchema>;

export const promptIdsSchema = z.strictObject({
  ids: z.array(z.int32().positive()).min(1).max(1_000),
});
export type PromptIds = z.infer<typeof promptIdsSchema>;

export const changedPromptsSchema = z.object({
  /** Those that were changed by this request: what an undo takes back. */
  ids: z.array(z.int()),
  /** Those that stay as they are because they have an IR or a benchmark case. */
  keptIds: z.array(z.int()),
});
export type ChangedPrompts = z.infer<typeof changedPromptsSchema>;
