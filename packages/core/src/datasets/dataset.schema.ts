import { z } from "zod";
import { storableTextSchema } from "../database/storable-text.ts";
import { LEFT_OUT_REASONS, type LeftOutReason } from "./left-out-reasons.ts";
import { datasetRecipeSchema } from "./recipe.schema.ts";
import { SPLITS, splitSchema } from "./split.schema.ts";

/** Accepted and corrected samples that one dataset is chosen from: what is planned within a request. */
export const MAX_CANDIDATES = 10_000;

/** `original` and `chat` hold the good rows, `pairs` the good beside the bad ones. */
export const DATASET_EXPORT_FORMATS = ["original", "chat", "pairs"] as const;
export const datasetExportFormatSchema = z.enum(DATASET_EXPORT_FORMATS);
export type DatasetExportFormat = z.infer<typeof datasetExportFormatSchema>;

/** Something a person should know of a dataset. `isBlocking`: it cannot be frozen like this. */
const datasetProblemSchema = z.object({
  code: z.string(),
  isBlocking: z.boolean(),
  message: z.string(),
});
export type DatasetProblem = z.infer<typeof datasetProblemSchema>;

const splitCountsSchema = z.object({ train: z.int(), validation: z.int(), test: z.int() });

/** What a dataset holds, in numbers; kept with it as it was when it was frozen. */
export const datasetSummarySchema = z.object({
  /** Accepted and corrected samples there were to choose from. */
  candidateCount: z.int(),
  itemCount: z.int(),
  pairCount: z.int(),
  groupCount: z.int(),
  items: splitCountsSchema,
  groups: splitCountsSchema,
  categories: z.array(splitCountsSchema.extend({ category: z.string().nullable() })),
  verdicts: z.object({ accepted: z.int(), corrected: z.int() }),
  origins: z.array(z.object({ origin: z.string(), count: z.int() })),
  /** Samples that belong together, the largest first. */
  largestGroups: z.array(z.object({ name: z.string(), size: z.int(), split: splitSchema })),
  pairs: z.array(z.object({ errorType: z.string(), source: z.string(), count: z.int() })),
  leftOut: z.array(
    z.object({
      reason: z.enum(Object.keys(LEFT_OUT_REASONS) as [LeftOutReason, ...LeftOutReason[]]),
      count: z.int(),
      /** Sample ids. */
      firstIds: z.array(z.int()),
    }),
  ),
  shortfalls: z.array(
    z.object({ category: z.string().nullable(), wanted: z.int(), found: z.int() }),
  ),
  leakage: z.object({
    tornGroups: z.array(z.string()),
    /** The two prompts of different splits that are most alike. */
    nearest: z
      .object({
        similarity: z.number(),
        left: z.object({ sampleId: z.int(), prompt: z.string(), split: splitSchema }),
        right: z.object({ sampleId: z.int(), prompt: z.string(), split: splitSchema }),
      })
      .nullable(),
  }),
  problems: z.array(datasetProblemSchema),
});
export type DatasetSummary = z.infer<typeof datasetSummarySchema>;

export const previewDatasetSchema = z.strictObject({ recipe: datasetRecipeSchema });

export const datasetPreviewSchema = datasetSummarySchema.extend({
  contentSha256: z.string(),
  /** The dataset that holds exactly this already. */
  sameAs: z.object({ id: z.uuid(), number: z.int() }).nullable(),
});
export type DatasetPreview = z.infer<typeof datasetPreviewSchema>;

export const freezeDatasetSchema = z.strictObject({
  title: storableTextSchema.trim().min(1).max(200),
  recipe: datasetRecipeSchema,
});
export type FreezeDataset = z.output<typeof freezeDatasetSchema>;

export const datasetRowSchema = z.object({
  id: z.uuid(),
  number: z.int(),
  title: z.string(),
  itemCount: z.int(),
  pairCount: z.int(),
  items: splitCountsSchema,
  contentSha256: z.string(),
  trainingRunCount: z.int(),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
});
export type DatasetRow = z.infer<typeof datasetRowSchema>;

export const datasetPageSchema = z.object({
  rows: z.array(datasetRowSchema),
  nextCursor: z.uuid().nullable(),
});
export type DatasetPage = z.infer<typeof datasetPageSchema>;

export const datasetSchema = datasetRowSchema.extend({
  recipe: datasetRecipeSchema,
  systemPromptSha256: z.string(),
  summary: datasetSummarySchema,
  files: z.array(
    z.object({ name: z.string(), sha256: z.string(), byteCount: z.int(), rowCount: z.int() }),
  ),
  /** How often the test split was looked at by an evaluation. */
  testLookCount: z.int(),
});
export type Dataset = z.infer<typeof datasetSchema>;

export const listDatasetItemsQuerySchema = z.strictObject({
  split: z.enum(SPLITS).optional(),
  cursor: z.coerce.number().pipe(z.int32().nonnegative()).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ListDatasetItemsQuery = z.output<typeof listDatasetItemsQuerySchema>;

const datasetItemSchema = z.object({
  position: z.int(),
  split: splitSchema,
  sampleId: z.int(),
  prompt: z.string(),
  category: z.string().nullable(),
  groupKey: z.string(),
  verdict: z.string(),
  irId: z.uuid(),
  irVersion: z.int(),
  pairCount: z.int(),
});

export const datasetItemPageSchema = z.object({
  rows: z.array(datasetItemSchema),
  /** Position to go on behind. */
  nextCursor: z.int().nullable(),
});
export type DatasetItemPage = z.infer<typeof datasetItemPageSchema>;
