import { setImmediate as turn } from "node:timers/promises";
import { makeNegatives } from "../negatives/make-negatives.ts";
import { readCorrection } from "../negatives/read-correction.ts";
import { readIr } from "../ir/read-ir.ts";
import { writeCanonicalIr } from "../ir/write-canonical-ir.ts";
import type { DatasetRecipe } from "./recipe.schema.ts";
import type { Split } from "./split.schema.ts";

/** Of what a person corrected and no check has a name for. */
const UNNAMED_ERROR = "other";

/** An item that has its place in the dataset. */
export interface PairableItem {
  position: number;
  split: Split;
  prompt: string;
  ir: unknown;
  rawBefore: string | null;
}

/** A wrong IR beside the right one of an item. */
export interface PlannedPair {
  seq: number;
  itemPosition: number;
  errorType: string;
  source: "mutator" | "correction";
  /** In the canonical form. */
  rejectedRaw: string;
  note: string;
}

/**
 * The pairs of a dataset: what people corrected, then what the mutators spoil. Of items to learn
 * from only, so that nothing made from the other splits is ever trained on. Deterministic. Takes a few
 * milliseconds an item, between which it lets others run.
 */
export async function planPairs(
  items: readonly PairableItem[],
  { negatives, seed }: Pick<DatasetRecipe, "negatives" | "seed">,
): Promise<PlannedPair[]> {
  const pairs: Omit<PlannedPair, "seq">[] = [];
  for (const item of items.filter(({ split }) => split === "train")) {
    const correction = negatives.withCorrections ? pairCorrection(item) : null;
    if (correction !== null) pairs.push(correction);
    if (negatives.perSample === 0 || negatives.errorTypes.length === 0) continue;
    await turn();
    const made = makeNegatives(item, { ...negatives, seed });
    pairs.push(
      ...made.negatives.map(({ ir, errorType, note }) => ({
        itemPosition: item.position,
        errorType,
        source: "mutator" as const,
        rejectedRaw: writeCanonicalIr(ir),
        note,
      })),
    );
  }
  return pairs.map((pair, seq) => ({ seq, ...pair }));
}

/** Null when the item was not corrected, or what it was corrected from is no JSON or says the same. */
function pairCorrection({ position, prompt, ir, rawBefore }: PairableItem) {
  const before = rawBefore === null ? undefined : readIr(rawBefore).value;
  if (before === undefined) return null;
  const correction = readCorrection(prompt, before, ir);
  if (correction === null) return null;
  return {
    itemPosition: position,
    errorType: correction.errorType ?? UNNAMED_ERROR,
    source: "correction" as const,
    rejectedRaw: writeCanonicalIr(before),
    note: "Corrected by a reviewer.",
  };
}
