import { z } from "zod";
import { ERROR_TYPE_IDS } from "../checks/error-types.ts";
import { splitRatiosSchema } from "./split.schema.ts";

const VERDICTS = ["accepted", "corrected"] as const;
const ORIGINS = ["imported", "blueprint", "generated"] as const;
const MAX_ITEMS = 10_000_000;

/** Null stands for samples without a category. */
const categorySchema = z.string().nullable();

export const datasetFiltersSchema = z.strictObject({
  /** Null: all. */
  categories: z.array(categorySchema).min(1).nullable(),
  verdicts: z.array(z.enum(VERDICTS)).min(1),
  /** Where the sample's first IR comes from; null: from anywhere. */
  origins: z.array(z.enum(ORIGINS)).min(1).nullable(),
  /** Samples whose IR one of these wrote are left out. */
  excludedProviders: z.array(z.string().min(1)),
});
export type DatasetFilters = z.infer<typeof datasetFiltersSchema>;

const countSchema = z.int().min(0).max(MAX_ITEMS);

/** At most so many; null: all that there are. */
export const datasetTargetsSchema = z.strictObject({
  total: countSchema.nullable(),
  categories: z.array(z.strictObject({ category: categorySchema, count: countSchema })).nullable(),
});
export type DatasetTargets = z.infer<typeof datasetTargetsSchema>;

/** Everything that decides what a dataset holds, beside the samples themselves. */
export const datasetRecipeSchema = z.strictObject({
  filters: datasetFiltersSchema,
  targets: datasetTargetsSchema,
  seed: z.string().min(1).max(100),
  ratios: splitRatiosSchema,
  negatives: z.strictObject({
    errorTypes: z.array(z.enum(ERROR_TYPE_IDS)),
    /** 0: none are made. */
    perSample: z.int().min(0).max(20),
    /** Whether what people corrected counts as a wrong IR beside the right one. */
    withCorrections: z.boolean(),
  }),
});
export type DatasetRecipe = z.infer<typeof datasetRecipeSchema>;

/** What a new dataset starts from. */
export const DEFAULT_RECIPE: DatasetRecipe = {
  filters: {
    categories: null,
    verdicts: [...VERDICTS],
    origins: null,
    excludedProviders: [],
  },
  targets: { total: null, categories: null },
  seed: "1",
  ratios: { train: 80, validation: 10, test: 10 },
  negatives: {
    errorTypes: ["verbose_string", "missing_python_quirk", "missing_return_path"],
    perSample: 1,
    withCorrections: true,
  },
};
