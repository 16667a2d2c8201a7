/** A metric that an item either meets or does not, or that does not apply to it. */
export interface EvaluationMetric {
  id: MetricId;
  title: string;
  /** Exactly when an item meets it, and to which items it applies. */
  definition: string;
  /** Share of items that is aimed at; null where nothing was set. */
  target: number | null;
}

export const METRIC_IDS = [
  "parses",
  "schema_valid",
  "literal_accuracy",
  "quirk_handling",
  "assertion_completeness",
  "exact_match",
] as const;
export type MetricId = (typeof METRIC_IDS)[number];

/** For each metric whether the item meets it; null where the metric does not apply to the item. */
export type MetricScores = Record<MetricId, boolean | null>;

/** The definitions stand beside the figures wherever those are shown. */
export const EVALUATION_METRICS: readonly EvaluationMetric[] = [
  {
    id: "parses",
    title: "Is JSON",
    definition: "The whole answer is one JSON value, with nothing before or after it.",
    target: null,
  },
  {
    id: "schema_valid",
    title: "Schema validity",
    definition: "The answer is an IR that fits the schema.",
    target: 0.99,
  },
  {
    id: "literal_accuracy",
    title: "Literal accuracy",
    definition:
      "The checks for changed, missing and paraphrased literals and for moved thresholds find nothing that they do not also find in the reviewed IR. Applies to prompts that give a value or a threshold. An answer that does not fit the schema fails.",
    target: 0.9,
  },
  {
    id: "quirk_handling",
    title: "Quirk handling",
    definition:
      "The check for quirks of Python finds nothing that it does not also find in the reviewed IR. Applies where the reviewed IR handles a quirk and the check notices when that is taken out of it. An answer that does not fit the schema fails.",
    target: 0.85,
  },
  {
    id: "assertion_completeness",
    title: "Assertion completeness",
    definition:
      "The predicates test every kind of edge case that those of the reviewed IR test (empty, None, zero, negative, single element, duplicates, bool, and each side of each threshold of the prompt), all parse as Python and use known names, and the check for edge cases finds nothing new. Applies where the reviewed IR has assertions. An answer that does not fit the schema fails.",
    target: 0.8,
  },
  {
    id: "exact_match",
    title: "Says the same",
    definition:
      "The answer equals the reviewed IR in its canonical form, metadata aside. Many right answers do not.",
    target: null,
  },
];
