import { z } from "zod";
import { storableTextSchema } from "../database/storable-text.ts";

export const fewShotRecipeSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("by_hand"), sampleIds: z.array(z.int().min(1)).min(1).max(60) }),
  z.strictObject({
    kind: z.literal("accepted"),
    perCategory: z.int().min(1).max(10),
    seed: storableTextSchema.min(1).max(100),
  }),
]);
export type FewShotRecipe = z.output<typeof fewShotRecipeSchema>;
export const saveFewShotSetSchema = z.strictObject({
  name: storableTextSchema.min(1).max(100),
  recipe: fewShotRecipeSchema,
});
const fewShotExampleSchema = z.object({
  sampleId: z.int(),
  irId: z.uuid(),
  category: z.string().nullable(),
  prompt: z.string(),
  irRaw: z.string(),
});
export const fewShotSetSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  version: z.int(),
  isNewest: z.boolean(),
  recipe: fewShotRecipeSchema,
  exampleCount: z.int(),
  byCategory: z.array(z.object({ category: z.string().nullable(), count: z.int() })),
  /** Of the block as it is sent; estimated from its length unless a provider counted it. */
  tokens: z.int(),
  isTokensCounted: z.boolean(),
  runCount: z.int(),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
});
export const fewShotSetDetailSchema = fewShotSetSchema.extend({
  examples: z.array(fewShotExampleSchema),
  /** What one request pays for it, by model: the first time, and from the cache. */
  costs: z.array(z.object({ model: z.string(), firstUsd: z.number(), cachedUsd: z.number() })),
});
/** What a recipe would give, before it is saved; a category that has too few says so. */
export const fewShotPreviewSchema = fewShotSetDetailSchema
  .pick({
    exampleCount: true,
    byCategory: true,
    tokens: true,
    isTokensCounted: true,
    examples: true,
    costs: true,
  })
  .extend({ warnings: z.array(z.string()) });
export type FewShotSet = z.infer<typeof fewShotSetSchema>;
export type FewShotSetDetail = z.infer<typeof fewShotSetDetailSchema>;
export type FewShotPreview = z.infer<typeof fewShotPreviewSchema>;
