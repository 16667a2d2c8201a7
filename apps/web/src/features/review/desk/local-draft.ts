import { saveDraftSchema } from "@foundry/core/reviews/review.schema";
import { z } from "zod";

/**
 * The browser's own copy of work that the server has not confirmed: written before each save and
 * removed after it, so one that exists holds what no draft on the server has.
 */
export const localDraftSchema = z.object({
  draft: saveDraftSchema,
  /** `updatedAt` of the server's draft that this work went on from; null when there was none. */
  followsSave: z.string().nullable(),
  /** ISO 8601, by the browser's clock. */
  savedAt: z.iso.datetime(),
});
export type LocalDraft = z.infer<typeof localDraftSchema>;
