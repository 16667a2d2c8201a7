import { z } from "zod";
import { metricScoresSchema } from "../evaluation/evaluation.schema.ts";
import type { MetricScores } from "../evaluation/metrics.ts";

const storedSchema = z.looseObject({ field_f1: z.number() });

/** The scores of one answer as they are stored: `field_f1` stands among the metrics. */
export function readScores(stored: unknown): { scores: MetricScores; fieldF1: number } {
  const { field_f1: fieldF1, ...scores } = storedSchema.parse(stored);
  return { scores: metricScoresSchema.parse(scores), fieldF1 };
}
