import { joinSimilarSets, type SimilarPair } from "./join-similar-sets.ts";
import { listStretches } from "./list-stretches.ts";
import type { Split } from "./split.schema.ts";

export interface SplitItem {
  prompt: string;
  group: string;
  split: Split;
}

export interface LeakageReport {
  /** Groups that stand in more than one split; must be empty. */
  tornGroups: string[];
  /**
   * The two prompts of different splits that are most alike: positions in the list, and the Jaccard
   * similarity of their 3-word stretches; null when no two have a similarity of 0.1.
   */
  nearest: SimilarPair | null;
}

/** Each is looked for before the next, because looking costs more the lower it is. */
const STEPS = [0.7, 0.5, 0.3, 0.1];

/** How far what is measured on is known from what is learnt from. */
export function reportLeakage(items: readonly SplitItem[]): LeakageReport {
  return { tornGroups: listTornGroups(items), nearest: findNearest(items) };
}

function listTornGroups(items: readonly SplitItem[]): string[] {
  const splitOf = new Map<string, Split>();
  const torn = new Set<string>();
  for (const { group, split } of items) {
    const before = splitOf.get(group);
    if (before === undefined) splitOf.set(group, split);
    else if (before !== split) torn.add(group);
  }
  return [...torn].toSorted();
}

function findNearest(items: readonly SplitItem[]): SimilarPair | null {
  const sets = items.map(({ prompt }) => listStretches(prompt));
  for (const minimum of STEPS) {
    let nearest: SimilarPair | null = null;
    for (const pair of joinSimilarSets(sets, minimum)) {
      if (items[pair.left]?.split === items[pair.right]?.split) continue;
      if (nearest === null || pair.similarity > nearest.similarity) nearest = pair;
    }
    if (nearest !== null) return nearest;
  }
  return null;
}
