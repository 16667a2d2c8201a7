import { createSeededRandom } from "../negatives/seeded-random.ts";
import type { PairedDifference } from "./paired-difference.ts";

const SAMPLES = 10_000;
const SEED = 1;

/** A measure of one item for two models. */
export interface PairedValue {
  /** Items of one group are alike, so they are drawn together. */
  group: string;
  first: number;
  second: number;
}

/**
 * The mean difference of a measure, with its 95 % interval by the paired bootstrap: 10,000 times as
 * many groups as there are are drawn with replacement, each with all its items (percentile
 * interval; Efron and Tibshirani, An Introduction to the Bootstrap, 1993). Deterministic.
 *
 * @returns null without items
 */
export function bootstrapDifference(values: readonly PairedValue[]): PairedDifference | null {
  if (values.length === 0) return null;
  const groups = sumGroups(values);
  const random = createSeededRandom(SEED);
  const means = new Float64Array(SAMPLES);
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    let [sum, count] = [0, 0];
    for (let draw = 0; draw < groups.length; draw += 1) {
      const group = groups[Math.floor(random() * groups.length)];
      sum += group?.sum ?? 0;
      count += group?.count ?? 0;
    }
    means[sample] = sum / count;
  }
  means.sort();
  const total = groups.reduce((sum, group) => sum + group.sum, 0);
  return {
    difference: total / values.length,
    low: means[Math.floor(0.025 * SAMPLES)] ?? 0,
    high: means[Math.ceil(0.975 * SAMPLES) - 1] ?? 0,
  };
}

function sumGroups(values: readonly PairedValue[]): { sum: number; count: number }[] {
  const groups = new Map<string, { sum: number; count: number }>();
  for (const { group, first, second } of values) {
    const sums = groups.get(group) ?? { sum: 0, count: 0 };
    groups.set(group, { sum: sums.sum + second - first, count: sums.count + 1 });
  }
  return [...groups.values()];
}
