import { z } from "zod";
import { METRIC_IDS } from "./metrics.ts";

export const metricIdSchema = z.enum(METRIC_IDS);

/** For each metric whether the item meets it; null where the metric does not apply to the item. */
export const metricScoresSchema = z.record(metricIdSchema, z.boolean().nullable());

const intervalSchema = z.object({ low: z.number(), high: z.number() });

/** Share of the second model less that of the first, with its 95 % interval. */
const differenceSchema = intervalSchema.extend({ difference: z.number() }).nullable();

export const verdictSchema = z.enum(["better", "worse", "not distinguishable"]);
export type Verdict = z.infer<typeof verdictSchema>;

const rateSchema = z.object({
  right: z.int(),
  /** Null where the metric applies to no item. */
  share: z.number().nullable(),
  interval: intervalSchema.nullable(),
  /**
   * Whether the interval shows that the target is reached or missed, or neither; null without a
   * target or without items.
   */
  target: z.enum(["reached", "missed", "open"]).nullable(),
  /** Items that would show the target if the share stayed as it is; null where it is not above it. */
  itemsToShowTarget: z.int().nullable(),
});
export type Rate = z.infer<typeof rateSchema>;

const metricComparisonSchema = z.object({
  metric: metricIdSchema,
  /** Items to which the metric applies. */
  items: z.int(),
  first: rateSchema,
  second: rateSchema,
  /** Items that only the second model gets right, and those that only the first does. */
  wins: z.int(),
  losses: z.int(),
  ties: z.int(),
  /** Of the exact McNemar test. */
  pValue: z.number(),
  difference: differenceSchema,
  verdict: verdictSchema,
  /** The verdict in words, with the number of items where nothing can be told. */
  words: z.string(),
});
export type MetricComparison = z.infer<typeof metricComparisonSchema>;

/** What an evaluation says of the second model (the adapter) beside the first (the base model). */
export const modelComparisonSchema = z.object({
  metrics: z.array(metricComparisonSchema),
  /** Means over all items; the interval comes from drawing groups. */
  fieldF1: z.object({
    items: z.int(),
    first: z.number().nullable(),
    second: z.number().nullable(),
    difference: differenceSchema,
    verdict: verdictSchema,
    words: z.string(),
  }),
});
export type ModelComparison = z.infer<typeof modelComparisonSchema>;
