import type { MetricComparison, ModelComparison } from "@foundry/core/evaluation/evaluation.schema";
import type { Evaluation } from "@foundry/core/evaluations/evaluation.schema";

/**
 * What an evaluation says, in sentences: where the adapter differs from the base model, where nothing
 * can be told, and which targets it is shown to reach or to miss.
 */
export function writeConclusion(
  result: ModelComparison,
  definitions: Evaluation["definitions"],
): string[] {
  const name = ({ metric }: MetricComparison) =>
    `“${definitions.find(({ id }) => id === metric)?.title ?? metric}”`;
  const applied = result.metrics.filter(({ items }) => items > 0);
  const where = (choose: (metric: MetricComparison) => boolean) => applied.filter(choose).map(name);
  return [
    describeDifference(
      where(({ verdict }) => verdict === "better"),
      where(({ verdict }) => verdict === "worse"),
    ),
    describeUnknown(
      applied
        .filter(({ verdict }) => verdict === "not distinguishable")
        .map((metric) => `${name(metric)} (n = ${metric.items})`),
    ),
    describeTargets(
      where(({ second }) => second.target === "reached"),
      where(({ second }) => second.target === "missed"),
    ),
  ].filter((sentence) => sentence !== null);
}

function describeDifference(better: string[], worse: string[]): string {
  if (better.length === 0 && worse.length === 0) {
    return "This test split shows no difference between the adapter and the base model.";
  }
  const parts = [
    better.length === 0 ? null : `better than the base model in ${list(better)}`,
    worse.length === 0
      ? null
      : `worse${better.length === 0 ? " than the base model" : ""} in ${list(worse)}`,
  ];
  return `The adapter is ${parts.filter((part) => part !== null).join(" and ")}.`;
}

function describeUnknown(names: string[]): string | null {
  if (names.length === 0) return null;
  return `There are too few items to tell the two apart in ${list(names)}; that does not mean that they are equal.`;
}

function describeTargets(reached: string[], missed: string[]): string | null {
  if (reached.length === 0 && missed.length === 0) return null;
  const parts = [
    reached.length === 0 ? null : `reaches the target for ${list(reached)}`,
    missed.length === 0
      ? null
      : `misses ${reached.length === 0 ? "the target" : "that"} for ${list(missed)}`,
  ];
  return `It ${parts.filter((part) => part !== null).join(" and ")}.`;
}

function list(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}
