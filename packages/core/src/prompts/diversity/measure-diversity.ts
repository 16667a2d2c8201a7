import { measureJaccard } from "../similarity/measure-jaccard.ts";
import { NEAR_DUPLICATE_SIMILARITY } from "../similarity/near-duplicate-index.ts";
import { normaliseText } from "../similarity/normalise-text.ts";
import { shingleText } from "../similarity/shingle-text.ts";

/** Bars of the histogram: similarity from 0 to 1 in steps of a tenth. */
const BARS = 10;
/** Texts whose nearest neighbour is looked for; of more than these, evenly spread ones. */
const SAMPLE = 1_000;

export interface Diversity {
  count: number;
  /** Distinct runs of 1, 2 and 3 words, as shares of all such runs. */
  distinct: [number, number, number];
  /** How many texts have a nearest neighbour with a similarity in each tenth. */
  nearest: number[];
  meanNearest: number;
  /** Share of texts with an equal or near-equal one among the others. */
  nearDuplicates: number;
}

/** How different texts are from each other; all numbers are shares from 0 to 1. */
export function measureDiversity(texts: readonly string[]): Diversity {
  const similarities = findNearest(texts);
  const nearest = Array.from({ length: BARS }, () => 0);
  for (const similarity of similarities) {
    const bar = Math.min(Math.floor(similarity * BARS), BARS - 1);
    nearest[bar] = (nearest[bar] ?? 0) + 1;
  }
  const near = similarities.filter((similarity) => similarity >= NEAR_DUPLICATE_SIMILARITY);
  const total = similarities.reduce((sum, similarity) => sum + similarity, 0);
  return {
    count: texts.length,
    distinct: [shareDistinct(texts, 1), shareDistinct(texts, 2), shareDistinct(texts, 3)],
    nearest,
    meanNearest: similarities.length === 0 ? 0 : total / similarities.length,
    nearDuplicates: similarities.length === 0 ? 0 : near.length / similarities.length,
  };
}

function shareDistinct(texts: readonly string[], size: number): number {
  const seen = new Set<string>();
  let total = 0;
  for (const text of texts) {
    const words = normaliseText(text).split(" ");
    for (let start = 0; start + size <= words.length; start += 1) {
      seen.add(words.slice(start, start + size).join(" "));
      total += 1;
    }
  }
  return total === 0 ? 0 : seen.size / total;
}

function findNearest(texts: readonly string[]): number[] {
  if (texts.length < 2) return [];
  const shingles = texts.map(shingleText);
  const step = Math.max(1, Math.ceil(texts.length / SAMPLE));
  const similarities: number[] = [];
  for (let index = 0; index < texts.length; index += step) {
    const own = shingles[index];
    if (own === undefined) continue;
    let best = 0;
    for (const [other, set] of shingles.entries()) {
      const bound = Math.min(own.length, set.length) / Math.max(own.length, set.length, 1);
      if (other !== index && bound > best) best = Math.max(best, measureJaccard(own, set));
    }
    similarities.push(best);
  }
  return similarities;
}
