import type { ModelComparison } from "@foundry/core/evaluation/evaluation.schema";
import { EVALUATION_METRICS, type MetricId } from "@foundry/core/evaluation/metrics";
import { expect, it } from "vitest";
import { writeConclusion } from "./write-conclusion";

type Metric = ModelComparison["metrics"][number];

function comparisonOf(
  metrics: Partial<
    Record<MetricId, { verdict: Metric["verdict"]; target?: Metric["second"]["target"] }>
  >,
): ModelComparison {
  const rate = { right: 0, share: 0, interval: null, target: null, itemsToShowTarget: null };
  return {
    metrics: Object.entries(metrics).map(([metric, { verdict, target = null }]) => ({
      metric: metric as MetricId,
      items: 30,
      first: rate,
      second: { ...rate, target },
      wins: 0,
      losses: 0,
      ties: 30,
      pValue: 1,
      difference: null,
      verdict,
      words: verdict,
    })),
    fieldF1: {
      items: 30,
      first: 0,
      second: 0,
      difference: null,
      verdict: "not distinguishable",
      words: "not distinguishable (n = 30)",
    },
  };
}

const write = (metrics: Parameters<typeof comparisonOf>[0]) =>
  writeConclusion(comparisonOf(metrics), [...EVALUATION_METRICS]).join(" ");

it("says where the adapter is better, where worse, and what nobody can tell", () => {
  expect(
    write({
      parses: { verdict: "better" },
      schema_valid: { verdict: "better", target: "missed" },
      literal_accuracy: { verdict: "worse", target: "open" },
      quirk_handling: { verdict: "not distinguishable", target: "reached" },
    }),
  ).toBe(
    "The adapter is better than the base model in “Is JSON” and “Schema validity” and worse in “Literal accuracy”. " +
      "There are too few items to tell the two apart in “Quirk handling” (n = 30); that does not mean that they are equal. " +
      "It reaches the target for “Quirk handling” and misses that for “Schema validity”.",
  );
});

it("does not take a difference that cannot be told for equality", () => {
  expect(
    write({
      parses: { verdict: "not distinguishable" },
      exact_match: { verdict: "not distinguishable" },
    }),
  ).toBe(
    "This test split shows no difference between the adapter and the base model. " +
      "There are too few items to tell the two apart in “Is JSON” (n = 30) and “Says the same” (n = 30); that does not mean that they are equal.",
  );
});

it("names the base model when the adapter is only worse", () => {
  expect(write({ schema_valid: { verdict: "worse", target: "missed" } })).toBe(
    "The adapter is worse than the base model in “Schema validity”. It misses the target for “Schema validity”.",
  );
});

it("leaves out a metric that applies to no item", () => {
  const comparison = comparisonOf({ quirk_handling: { verdict: "not distinguishable" } });
  const metrics = comparison.metrics.map((metric) => ({ ...metric, items: 0 }));
  expect(writeConclusion({ ...comparison, metrics }, [...EVALUATION_METRICS])).toEqual([
    "This test split shows no difference between the adapter and the base model.",
  ]);
});
