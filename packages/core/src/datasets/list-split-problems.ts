import { type Split, type SplitProblem, type SplitRatios, SPLITS } from "./split.schema.ts";

const MAX_NAMED_GROUPS = 5;

interface PlacedGroup {
  name: string;
  size: number;
  split: Split;
}

/**
 * What a person should know about a split: nothing to split, a split that got nothing, groups that
 * are larger than a whole split should be, and a single category.
 *
 * @param categories the names of the categories that there are
 */
export function listSplitProblems(
  groups: readonly PlacedGroup[],
  ratios: SplitRatios,
  categories: readonly string[],
): SplitProblem[] {
  if (groups.length === 0) {
    return [{ code: "no_items", isBlocking: true, message: "There is nothing to split." }];
  }
  return [
    ...listEmptySplits(groups, ratios),
    ...listLargeGroups(groups, ratios),
    ...noteOneCategory(categories),
  ];
}

function listEmptySplits(groups: readonly PlacedGroup[], ratios: SplitRatios): SplitProblem[] {
  const filled = new Set(groups.map(({ split }) => split));
  return SPLITS.filter((split) => ratios[split] > 0 && !filled.has(split)).map((split) => ({
    code: "empty_split",
    isBlocking: true,
    message: `Nothing is left for ${split}, which should get ${ratios[split]} %: there are only ${count(groups.length, "group")} of items that belong together. Add items of other families, or set its share to 0.`,
  }));
}

function listLargeGroups(groups: readonly PlacedGroup[], ratios: SplitRatios): SplitProblem[] {
  const total = groups.reduce((sum, { size }) => sum + size, 0);
  const named = SPLITS.filter((split) => ratios[split] > 0);
  const smallest = Math.min(...named.map((split) => (total * ratios[split]) / 100));
  const large = groups.filter(({ size }) => size > 1 && size > smallest);
  large.sort((left, right) => right.size - left.size || (left.name < right.name ? -1 : 1));
  const problems = large.slice(0, MAX_NAMED_GROUPS).map(({ name, size, split }): SplitProblem => {
    const over = named.filter((other) => size > (total * ratios[other]) / 100);
    const shares = over.map((other) => `${other} (${round((total * ratios[other]) / 100)} items)`);
    return {
      code: "group_larger_than_split",
      isBlocking: false,
      message: `The family ${name} has ${size} of ${total} items, more than the share of ${shares.join(" and ")}. It is kept together in ${split}, so that the counts are off by up to as many.`,
    };
  });
  const more = large.length - problems.length;
  if (more > 0) {
    const message = `${count(more, "more family", "more families")} are larger than a split as well.`;
    problems.push({ code: "group_larger_than_split", isBlocking: false, message });
  }
  return problems;
}

function noteOneCategory(categories: readonly string[]): SplitProblem[] {
  const [only] = categories;
  if (only === undefined || categories.length > 1) return [];
  const what = only === "" ? "No item has a category" : `All items have the category ${only}`;
  const message = `${what}: the split is drawn from one pot, and nothing it measures holds for other categories.`;
  return [{ code: "one_category", isBlocking: false, message }];
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function count(amount: number, noun: string, plural = `${noun}s`): string {
  return `${amount} ${amount === 1 ? noun : plural}`;
}
