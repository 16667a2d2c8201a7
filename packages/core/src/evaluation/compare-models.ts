import { bootstrapDifference, type PairedValue } from "../statistics/bootstrap-difference.ts";
import { mcnemarTest } from "../statistics/mcnemar-test.ts";
import { pairedDifference, type PairedDifference } from "../statistics/paired-difference.ts";
import { requiredItemsForTarget } from "../statistics/required-sample-size.ts";
import { wilsonInterval } from "../statistics/wilson-interval.ts";
import type { MetricComparison, ModelComparison, Rate, Verdict } from "./evaluation.schema.ts";
import { EVALUATION_METRICS, type EvaluationMetric } from "./metrics.ts";
import type { PredictionScore } from "./score-prediction.ts";

/** The scores of two models on one item. */
export interface ComparedItem {
  group: string;
  first: Pick<PredictionScore, "scores" | "fieldF1">;
  second: Pick<PredictionScore, "scores" | "fieldF1">;
}

const ALPHA = 0.05;

/**
 * Compares the second model with the first one on the same items. "better" and "worse" are said
 * only when the exact McNemar test finds a difference at 5 % and the 95 % interval of the paired
 * difference excludes 0 on the same side.
 */
export function compareModels(items: readonly ComparedItem[]): ModelComparison {
  return {
    metrics: EVALUATION_METRICS.map((metric) => compareMetric(metric, items)),
    fieldF1: compareFields(items),
  };
}

function compareMetric(metric: EvaluationMetric, items: readonly ComparedItem[]): MetricComparison {
  const counts = { bothRight: 0, wins: 0, losses: 0, bothWrong: 0 };
  for (const { first, second } of items) {
    const [one, other] = [first.scores[metric.id], second.scores[metric.id]];
    if (one === null || other === null) continue;
    if (one && other) counts.bothRight += 1;
    else if (other) counts.wins += 1;
    else if (one) counts.losses += 1;
    else counts.bothWrong += 1;
  }
  const { bothRight, wins, losses, bothWrong } = counts;
  const total = bothRight + wins + losses + bothWrong;
  const pValue = mcnemarTest(wins, losses);
  const difference = pairedDifference(counts);
  const verdict = pValue < ALPHA ? readSide(difference) : "not distinguishable";
  return {
    metric: metric.id,
    items: total,
    first: describeRate(bothRight + losses, total, metric.target),
    second: describeRate(bothRight + wins, total, metric.target),
    wins,
    losses,
    ties: bothRight + bothWrong,
    pValue,
    difference,
    verdict,
    words: putInWords(verdict, total),
  };
}

function compareFields(items: readonly ComparedItem[]): ModelComparison["fieldF1"] {
  const values = items.map(({ group, first, second }): PairedValue => ({
    group,
    first: first.fieldF1,
    second: second.fieldF1,
  }));
  const difference = bootstrapDifference(values);
  const verdict = readSide(difference);
  return {
    items: items.length,
    first: average(values.map(({ first }) => first)),
    second: average(values.map(({ second }) => second)),
    difference,
    verdict,
    words: putInWords(verdict, items.length),
  };
}

function describeRate(right: number, items: number, target: number | null): Rate {
  const interval = wilsonInterval(right, items);
  const share = items === 0 ? null : right / items;
  const hasTarget = target !== null && share !== null && interval !== null;
  return {
    right,
    share,
    interval,
    target: !hasTarget
      ? null
      : interval.low > target
        ? "reached"
        : interval.high < target
          ? "missed"
          : "open",
    itemsToShowTarget: hasTarget ? requiredItemsForTarget(share, target) : null,
  };
}

function readSide(difference: PairedDifference | null): Verdict {
  if (difference === null) return "not distinguishable";
  if (difference.low > 0) return "better";
  return difference.high < 0 ? "worse" : "not distinguishable";
}

function putInWords(verdict: Verdict, items: number): string {
  return verdict === "not distinguishable" ? `not distinguishable (n = ${items})` : verdict;
}

function average(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
