import { sha256Hex } from "../database/sha256.ts";
import { listSplitProblems } from "./list-split-problems.ts";
import {
  type Split,
  type SplitProblem,
  type SplitRatios,
  SPLITS,
  splitRatiosSchema,
} from "./split.schema.ts";

export interface SplittableItem {
  /** Of `groupItems`. */
  group: string;
  category: string | null;
}

export interface GroupSplit {
  /** For each item its split, in the order of the items. */
  splits: Split[];
  /** What a person should know before the split is used. */
  problems: SplitProblem[];
}

/** All items of one group; `category` is the one that most of them have. */
interface Group {
  name: string;
  category: string;
  size: number;
  /** Decides the order; hex. */
  draw: string;
}

/**
 * Gives each group, as a whole, to one split. Deterministic: the same items, seed and ratios give
 * each item the same split on every machine, in whatever order the items come.
 *
 * The groups of each category are lined up by a hash of their name and the seed. From the line the
 * smallest split takes the groups that fit into its share of the category, and one that does not if
 * that brings it nearer; then the next one does; the largest takes the rest. What a category is over or under its share is made up
 * for in the next one. So each split is within one group of its share of all items and, in each
 * category, as near to it as whole groups allow. Added items shift only groups that stand close to
 * where a split begins or ends.
 *
 * @param ratios percentages that add up to 100
 * @throws ZodError when the ratios are none
 */
export function splitGroups(
  items: readonly SplittableItem[],
  { seed, ratios }: { seed: string; ratios: SplitRatios },
): GroupSplit {
  const shares = splitRatiosSchema.parse(ratios);
  const lines = lineUp(items, seed);
  const splitOf = new Map<string, Split>();
  const owed = new Map<Split, number>(SPLITS.map((split) => [split, 0]));
  const order = SPLITS.toReversed().toSorted((left, right) => shares[left] - shares[right]);
  for (const line of lines.values()) fillSplits(line, shares, order, owed, splitOf);
  const placed = [...lines.values()]
    .flat()
    .map(({ name, size }) => ({ name, size, split: splitOf.get(name) ?? "train" }));
  return {
    splits: items.map(({ group }) => splitOf.get(group) ?? "train"),
    problems: listSplitProblems(placed, shares, [...lines.keys()]),
  };
}

/** The groups of each category, categories by name, groups by their draw. */
function lineUp(items: readonly SplittableItem[], seed: string): Map<string, Group[]> {
  const members = new Map<string, Map<string, number>>();
  for (const { group, category } of items) {
    const counts = members.get(group) ?? new Map<string, number>();
    counts.set(category ?? "", (counts.get(category ?? "") ?? 0) + 1);
    members.set(group, counts);
  }
  const groups = [...members].map(([name, counts]): Group => ({
    name,
    category: findMostFrequent(counts),
    size: [...counts.values()].reduce((sum, count) => sum + count, 0),
    draw: sha256Hex(JSON.stringify([seed, name])),
  }));
  groups.sort(
    (left, right) =>
      compare(left.category, right.category) ||
      compare(left.draw, right.draw) ||
      compare(left.name, right.name),
  );
  const lines = new Map<string, Group[]>();
  for (const group of groups) {
    const line = lines.get(group.category);
    if (line === undefined) lines.set(group.category, [group]);
    else line.push(group);
  }
  return lines;
}

function fillSplits(
  line: readonly Group[],
  shares: SplitRatios,
  order: readonly Split[],
  owed: Map<Split, number>,
  splitOf: Map<string, Split>,
): void {
  const total = line.reduce((sum, { size }) => sum + size, 0);
  let left = line;
  for (const split of order.slice(0, -1)) {
    const wanted = (total * shares[split]) / 100 + (owed.get(split) ?? 0);
    const taken = takeGroups(left, wanted);
    for (const { name, size } of taken) {
      splitOf.set(name, split);
      owed.set(split, (owed.get(split) ?? 0) - size);
    }
    owed.set(split, (owed.get(split) ?? 0) + (total * shares[split]) / 100);
    left = left.filter((group) => !taken.has(group));
  }
  for (const group of left) splitOf.set(group.name, order.at(-1) ?? "train");
}

/** Groups from the front of the line that fit in, and then the one that comes nearest, if one does. */
function takeGroups(line: readonly Group[], wanted: number): Set<Group> {
  const taken = new Set<Group>();
  let missing = wanted;
  for (const group of line) {
    // Shares of whole items may come out as 29.999999999999996.
    if (group.size > missing + 1e-6) continue;
    taken.add(group);
    missing -= group.size;
  }
  let [nearest, distance]: [Group | null, number] = [null, Math.abs(missing) - 1e-6];
  for (const group of line) {
    if (taken.has(group) || Math.abs(missing - group.size) >= distance) continue;
    [nearest, distance] = [group, Math.abs(missing - group.size)];
  }
  if (nearest !== null) taken.add(nearest);
  return taken;
}

/** The first by name among equals. */
function findMostFrequent(counts: ReadonlyMap<string, number>): string {
  const [first] = [...counts].toSorted(
    ([one, oneCount], [other, otherCount]) => otherCount - oneCount || compare(one, other),
  );
  return first?.[0] ?? "";
}

/** By code unit, the same on every machine. */
function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
