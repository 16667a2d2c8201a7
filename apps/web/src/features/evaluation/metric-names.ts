import type { MetricId } from "@foundry/core/evaluation/metrics";

/** A word for the head of a column; the full title is on hover. */
export const METRIC_NAMES: Record<MetricId, string> = {
  parses: "JSON",
  schema_valid: "Schema",
  literal_accuracy: "Literals",
  quirk_handling: "Quirks",
  assertion_completeness: "Assertions",
  exact_match: "Same",
};
