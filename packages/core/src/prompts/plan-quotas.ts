import { COMPLEXITIES, type Complexity } from "./derive-complexity.ts";
import type { PromptCategory } from "./prompt-category.ts";

/** Shares of the complexities, in any unit; one that is left out gets none. */
export type ComplexityMix = Partial<Record<Complexity, number>>;

export interface CategoryQuota {
  category: PromptCategory;
  count: number;
  /** Null when any complexity will do. */
  complexities: Record<Complexity, number> | null;
}

/**
 * Divides a number of prompts evenly among the categories, and within each by the mix; what cannot
 * be divided goes to the first ones, so that the sum is exact.
 */
export function planQuotas(
  count: number,
  categories: readonly PromptCategory[],
  mix?: ComplexityMix,
): CategoryQuota[] {
  const counts = divide(
    count,
    categories.map(() => 1),
  );
  return splitQuotas(
    categories.map((category, index) => ({ category, count: counts[index] ?? 0 })),
    mix,
  );
}

/** Divides given numbers of prompts by the mix, so that each sum is exact. */
export function splitQuotas(
  counts: readonly { category: PromptCategory; count: number }[],
  mix?: ComplexityMix,
): CategoryQuota[] {
  return counts.map(({ category, count }) => ({
    category,
    count,
    complexities: mix === undefined ? null : mixOf(count, mix),
  }));
}

function mixOf(total: number, mix: ComplexityMix): Record<Complexity, number> {
  const [easy = 0, medium = 0, hard = 0] = divide(
    total,
    COMPLEXITIES.map((complexity) => mix[complexity] ?? 0),
  );
  return { easy, medium, medium_hard: hard };
}

/** Largest remainders; among equal ones the first. */
function divide(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((before, weight) => before + weight, 0);
  if (sum === 0) return weights.map(() => 0);
  const counts = weights.map((weight) => Math.floor((total * weight) / sum));
  const rests = weights.map((weight, index) => ({ index, rest: (total * weight) % sum }));
  rests.sort((left, right) => right.rest - left.rest || left.index - right.index);
  const missing = total - counts.reduce((before, count) => before + count, 0);
  for (const { index } of rests.slice(0, missing)) counts[index] = (counts[index] ?? 0) + 1;
  return counts;
}
