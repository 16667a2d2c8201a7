import type { Composition } from "./compose.ts";
import type { DatasetProblem, DatasetSummary } from "./dataset.schema.ts";
import type { PlannedPair } from "./plan-pairs.ts";
import type { PlannedItem } from "./plan-dataset.ts";
import { reportLeakage } from "./report-leakage.ts";
import { type Split, SPLITS } from "./split.schema.ts";

const MAX_LARGEST_GROUPS = 10;

interface SummaryParts {
  candidates: readonly unknown[];
  composition: Pick<Composition<never>, "leftOut" | "shortfalls">;
  items: readonly PlannedItem[];
  pairs: readonly PlannedPair[];
  problems: readonly DatasetProblem[];
}

/** The numbers of a dataset that a person looks at before it is frozen. */
export function summariseDataset({
  candidates,
  composition: { leftOut, shortfalls },
  items,
  pairs,
  problems,
}: SummaryParts): DatasetSummary {
  const groups = listGroups(items);
  const origins = countBy(items, ({ origin }) => origin);
  return {
    candidateCount: candidates.length,
    itemCount: items.length,
    pairCount: pairs.length,
    groupCount: groups.length,
    items: countSplits(items),
    groups: countSplits(groups),
    categories: listCategories(items),
    verdicts: {
      accepted: items.filter(({ verdict }) => verdict === "accepted").length,
      corrected: items.filter(({ verdict }) => verdict === "corrected").length,
    },
    origins: [...origins].map(([origin, count]) => ({ origin, count })),
    largestGroups: groups.slice(0, MAX_LARGEST_GROUPS),
    pairs: listPairCounts(pairs),
    leftOut,
    shortfalls,
    leakage: summariseLeakage(items),
    problems: [...problems, ...listShortfallProblems(shortfalls)],
  };
}

function countSplits(of: readonly { split: Split }[]): Record<Split, number> {
  const counts = countBy(of, ({ split }) => split);
  return {
    train: counts.get("train") ?? 0,
    validation: counts.get("validation") ?? 0,
    test: counts.get("test") ?? 0,
  };
}

function countBy<Item, Key extends string>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}

/** The largest first, equal ones by name. */
function listGroups(items: readonly PlannedItem[]) {
  const splits = new Map(items.map(({ group, split }) => [group, split]));
  return [...countBy(items, ({ group }) => group)]
    .map(([name, size]) => ({ name, size, split: splits.get(name) ?? ("train" as const) }))
    .toSorted((left, right) => right.size - left.size || (left.name < right.name ? -1 : 1));
}

/** By name, what has no category last. */
function listCategories(items: readonly PlannedItem[]): DatasetSummary["categories"] {
  const names = [...new Set(items.map(({ category }) => category))];
  const known = names.filter((name) => name !== null).toSorted();
  const ordered = names.includes(null) ? [...known, null] : known;
  return ordered.map((category) => ({
    category,
    ...countSplits(items.filter((item) => item.category === category)),
  }));
}

function listPairCounts(pairs: readonly PlannedPair[]): DatasetSummary["pairs"] {
  const counts = countBy(pairs, ({ errorType, source }) => `${source}\n${errorType}`);
  const ordered = [...counts].toSorted(([left], [right]) => (left < right ? -1 : 1));
  return ordered.map(([key, count]) => {
    const [source = "", errorType = ""] = key.split("\n");
    return { errorType, source, count };
  });
}

function summariseLeakage(items: readonly PlannedItem[]): DatasetSummary["leakage"] {
  const { tornGroups, nearest } = reportLeakage(items);
  const name = (position: number) => {
    const { id = 0, prompt = "", split = SPLITS[0] } = items[position] ?? {};
    return { sampleId: id, prompt, split };
  };
  return {
    tornGroups,
    nearest:
      nearest === null
        ? null
        : {
            similarity: nearest.similarity,
            left: name(nearest.left),
            right: name(nearest.right),
          },
  };
}

function listShortfallProblems(shortfalls: DatasetSummary["shortfalls"]): DatasetProblem[] {
  return shortfalls.map(({ category, wanted, found }) => ({
    code: "too_few_of_category",
    isBlocking: false,
    message: `There are ${found} of ${wanted} samples wanted ${category === null ? "without a category" : `of the category ${category}`}. All of them are in.`,
  }));
}
