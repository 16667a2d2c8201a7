import { z } from "zod";

/** Parts of a dataset: what is learnt from, what is watched while learning, what is measured on. */
export const SPLITS = ["train", "validation", "test"] as const;
export const splitSchema = z.enum(SPLITS);
export type Split = z.infer<typeof splitSchema>;

const percentSchema = z.number().min(0).max(100);

/** Percentages; decimal fractions such as 33.3 are allowed. */
export const splitRatiosSchema = z
  .strictObject({ train: percentSchema, validation: percentSchema, test: percentSchema })
  .refine(({ train, validation, test }) => Math.abs(train + validation + test - 100) < 1e-6, {
    error: "The three percentages must add up to 100.",
  });
export type SplitRatios = z.infer<typeof splitRatiosSchema>;

export const DEFAULT_SPLIT_RATIOS: SplitRatios = { train: 80, validation: 10, test: 10 };

/** What is odd about a split. `isBlocking`: a dataset cannot be frozen like this. */
export const splitProblemSchema = z.object({
  code: z.enum(["no_items", "empty_split", "group_larger_than_split", "one_category"]),
  isBlocking: z.boolean(),
  /** For a person: what is the case and what comes of it. */
  message: z.string(),
});
export type SplitProblem = z.infer<typeof splitProblemSchema>;
