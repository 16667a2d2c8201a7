import { NEAR_DUPLICATE_SIMILARITY } from "../prompts/similarity/near-duplicate-index.ts";
import { shingleText } from "../prompts/similarity/shingle-text.ts";
import { joinSimilarSets, type SimilarPair } from "./join-similar-sets.ts";
import { listStretches } from "./list-stretches.ts";

/** From this Jaccard similarity of their 3-word stretches on, two prompts belong together. */
const NEAR_STRETCH_SIMILARITY = 0.7;

/**
 * The pairs of prompts that must not stand on both sides of a split: their sets of 3-word stretches
 * have a Jaccard similarity of at least 0.7, or they are near-duplicates as for new prompts. In a
 * short prompt one other number changes a third of the stretches but few characters. A pair that
 * is near in both ways comes twice.
 */
export function* findNearPrompts(prompts: readonly string[]): Generator<SimilarPair> {
  yield* joinSimilarSets(prompts.map(listStretches), NEAR_STRETCH_SIMILARITY);
  yield* joinSimilarSets(prompts.map(shingleText), NEAR_DUPLICATE_SIMILARITY);
}
