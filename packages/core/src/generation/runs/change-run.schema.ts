import { z } from "zod";
import { ITEM_FAILURES, MAX_PROMPTS_OF_GENERATION } from "../generation.schema.ts";

/** A budget that is left out stays as it is; null takes it away. */
export const resumeGenerationSchema = z.strictObject({
  budgetUsd: z.number().min(0).max(1_000_000).nullable().optional(),
});
export type ResumeGeneration = z.output<typeof resumeGenerationSchema>;

/** Which failed items are tried again: those that both say; null: all. */
export const retryItemsSchema = z.strictObject({
  itemIds: z.array(z.uuid()).max(MAX_PROMPTS_OF_GENERATION).nullable().default(null),
  failure: z.enum(ITEM_FAILURES).nullable().default(null),
});
export type RetryItems = z.output<typeof retryItemsSchema>;
