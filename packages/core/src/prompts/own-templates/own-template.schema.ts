import { z } from "zod";
import { storableTextSchema } from "../../database/storable-text.ts";
import { COMPLEXITIES } from "../derive-complexity.ts";
import { PROMPT_CATEGORIES } from "../prompt-category.ts";

const SLOT_KINDS = ["text", "number", "choice"] as const;

const slotSchema = z.strictObject({
  /** A Python name, as it stands in `{…}` and in the rules. */
  name: storableTextSchema.max(50),
  kind: z.enum(SLOT_KINDS),
  /** As people type them; those of a number slot are read as numbers. */
  values: z.array(storableTextSchema.max(300)).max(200),
});

/** A template as a person writes it: pure data, so that nothing of it is ever run as code. */
export const ownTemplateDraftSchema = z.strictObject({
  title: storableTextSchema.max(120),
  category: z.enum(PROMPT_CATEGORIES),
  complexity: z.enum(COMPLEXITIES),
  /** The prompt with `{slot}` where a value goes; `{{` and `}}` are braces. */
  text: storableTextSchema.max(5_000),
  slots: z.array(slotSchema).max(12),
  /** Python comparisons over slot names, such as `low < high`; all of them must hold. */
  rules: z.array(storableTextSchema.max(300)).max(20),
  /** Prompts that the author expects of it; each must be one that it can write. */
  examples: z.array(storableTextSchema.max(5_000)).max(10).default([]),
});
export type OwnTemplateDraft = z.infer<typeof ownTemplateDraftSchema>;

const templateProblemSchema = z.object({
  /** JSON Pointer into the draft. */
  path: z.string(),
  message: z.string(),
});
export type TemplateProblem = z.infer<typeof templateProblemSchema>;

export const previewTemplateSchema = z.strictObject({
  draft: ownTemplateDraftSchema,
  seed: storableTextSchema.min(1).max(100).default("preview"),
});
export type PreviewTemplate = z.output<typeof previewTemplateSchema>;

export const templatePreviewSchema = z.object({
  /** A draft with problems is not stored. */
  problems: z.array(templateProblemSchema),
  prompts: z.array(z.string()),
  /** Combinations of slot values that the rules leave. */
  combinations: z.int(),
  /** True when there are more combinations than were counted. */
  hasMore: z.boolean(),
});
export type TemplatePreview = z.infer<typeof templatePreviewSchema>;

/** A stored template, or one of the catalogue, which nobody edits. */
export const templateSummarySchema = z.object({
  id: z.string(),
  title: z.string(),
  category: z.enum(PROMPT_CATEGORIES),
  isOwn: z.boolean(),
  slots: z.array(z.object({ name: z.string(), valueCount: z.int() })),
  /** Product of the numbers of values; rules leave fewer. */
  combinations: z.int(),
  example: z.string(),
  /** Prompts of the corpus that it wrote. */
  promptCount: z.int(),
});
export type TemplateSummary = z.infer<typeof templateSummarySchema>;

export const ownTemplateSchema = z.object({
  id: z.string(),
  draft: ownTemplateDraftSchema,
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type OwnTemplate = z.infer<typeof ownTemplateSchema>;
