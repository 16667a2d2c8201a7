import { writeCanonicalIr } from "../ir/write-canonical-ir.ts";
import { compose } from "./compose.ts";
import { hashDataset, type HashedRow } from "./content-hash.ts";
import type { DatasetSummary } from "./dataset.schema.ts";
import { groupItems } from "./group-items.ts";
import { type PlannedPair, planPairs } from "./plan-pairs.ts";
import type { StoredCandidate } from "./read-dataset-candidates.ts";
import type { DatasetRecipe } from "./recipe.schema.ts";
import { splitGroups } from "./split-groups.ts";
import { type Split, SPLITS } from "./split.schema.ts";
import { summariseDataset } from "./summarise-dataset.ts";

/** A sample at its place in a dataset. */
export interface PlannedItem extends StoredCandidate {
  /** From 0, in the order of the files. */
  position: number;
  split: Split;
  group: string;
  /** The IR in its canonical form. */
  canonicalIr: string;
}

export interface DatasetPlan {
  items: PlannedItem[];
  pairs: PlannedPair[];
  contentSha256: string;
  summary: DatasetSummary;
}

/**
 * Works out what a recipe gives from the samples there are: which are in, what belongs together,
 * which split each goes to, and the wrong IRs beside the right ones. Deterministic, whatever the
 * order of the candidates; stores nothing.
 */
export async function planDataset(
  candidates: readonly StoredCandidate[],
  recipe: DatasetRecipe,
): Promise<DatasetPlan> {
  const composition = compose(candidates, recipe);
  const groups = groupItems(
    composition.chosen.map(({ prompt, ir, promptId, family, rootPromptId }) => ({
      prompt,
      ir,
      family,
      id: String(promptId),
      parent: rootPromptId === null ? null : String(rootPromptId),
    })),
  );
  const grouped = composition.chosen.map((candidate, index) => ({
    ...candidate,
    group: groups[index] ?? "",
  }));
  const { splits, problems } = splitGroups(grouped, recipe);
  const placed = grouped.map((item, index) => ({ ...item, split: splits[index] ?? "train" }));
  const items = SPLITS.flatMap((split) => placed.filter((item) => item.split === split)).map(
    (item, position) => ({ ...item, position, canonicalIr: writeCanonicalIr(item.ir) }),
  );
  const pairs = await planPairs(items, recipe);
  return {
    items,
    pairs,
    contentSha256: hashDataset(listHashedRows(items, pairs)),
    summary: summariseDataset({ candidates, composition, items, pairs, problems }),
  };
}

function* listHashedRows(
  items: readonly PlannedItem[],
  pairs: readonly PlannedPair[],
): Generator<HashedRow> {
  for (const { split, group, prompt, canonicalIr, category, verdict } of items) {
    yield { part: split, fields: [group, prompt, canonicalIr, category, verdict] };
  }
  for (const { itemPosition, errorType, rejectedRaw } of pairs) {
    const item = items[itemPosition];
    if (item === undefined) continue;
    const { group, prompt, canonicalIr } = item;
    yield { part: "pairs", fields: [group, prompt, canonicalIr, rejectedRaw, errorType] };
  }
}
