import { ERROR_TYPE_IDS, type ErrorType } from "../checks/error-types.ts";
import { createVerifier } from "./create-verifier.ts";
import { mutate } from "./mutate.ts";
import type { Mutation } from "./mutator.ts";
import { createSeededRandom } from "./seeded-random.ts";

/** A prompt with an IR that is right. */
interface Positive {
  prompt: string;
  ir: unknown;
}

/** How many errors of one type were made in good IRs, and how many of them a check of that type sees. */
export interface TypeRecall {
  errorType: ErrorType;
  mutated: number;
  caught: number;
  /** What no check sees. */
  missed: { prompt: string; path: string; note: string }[];
}

interface RecallOptions {
  /** Errors of each type that are tried on each IR; equal ones count once. */
  slipsPerIr: number;
  seed: number;
}

/**
 * Measures for every error type how many of its mutations the checks catch. A finding that the good
 * IR has as well catches nothing. Deterministic for a seed.
 */
export function measureRecall(
  positives: readonly Positive[],
  { slipsPerIr, seed }: RecallOptions,
): TypeRecall[] {
  const random = createSeededRandom(seed);
  const totals = ERROR_TYPE_IDS.map((errorType): TypeRecall => ({
    errorType,
    mutated: 0,
    caught: 0,
    missed: [],
  }));
  for (const { prompt, ir } of positives) {
    const verifier = createVerifier(prompt, ir);
    for (const total of totals) {
      const mutations = listMutations({ prompt, ir }, total.errorType, slipsPerIr, random);
      for (const mutation of mutations) {
        total.mutated += 1;
        const found = verifier.listNew(mutation.ir);
        if (found.some(({ errorType }) => errorType === total.errorType)) total.caught += 1;
        else total.missed.push({ prompt, path: mutation.path, note: mutation.note });
      }
    }
  }
  return totals;
}

function listMutations(
  { prompt, ir }: Positive,
  errorType: ErrorType,
  count: number,
  random: () => number,
): Mutation[] {
  const different = new Map<string, Mutation>();
  for (let slip = 0; slip < count; slip += 1) {
    const mutation = mutate(prompt, ir, errorType, random);
    if (mutation === null) break;
    different.set(JSON.stringify(mutation.ir), mutation);
  }
  return [...different.values()];
}
