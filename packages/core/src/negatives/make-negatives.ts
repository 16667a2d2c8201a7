import { type ErrorType, ERROR_TYPE_IDS } from "../checks/error-types.ts";
import { identifyIr } from "../ir/identify-ir.ts";
import { createVerifier, type Verifier } from "./create-verifier.ts";
import { mutate } from "./mutate.ts";
import type { Mutation } from "./mutator.ts";
import { seedFromText } from "./seed-from-text.ts";
import { createSeededRandom } from "./seeded-random.ts";

/** Slips of one type that may fail on one IR before the type is given up there. */
const MAX_TRIES = 8;

/** A bad IR beside the good one that it was made from. */
export interface Negative extends Mutation {
  errorType: ErrorType;
}

/** Why slips that were made are no negatives. */
export type Refusal = "same" | "not_caught" | "positive_fails";

export interface NegativeOptions {
  errorTypes?: readonly ErrorType[];
  /** At most so many for one positive; fewer when the IR has no more places. */
  perSample: number;
  seed: string;
}

export interface MadeNegatives {
  negatives: Negative[];
  refused: { errorType: ErrorType; refusal: Refusal }[];
}

/**
 * Makes bad IRs from a good one and keeps those that are verified: they say something else, the
 * check of their error type finds something new in them, and in the good one it finds nothing worse
 * than a remark. The types take turns, in an order drawn for each IR; no two negatives of an IR
 * say the same.
 *
 * Deterministic for the prompt, the IR and the seed, whatever else is in the file. Never throws; an
 * IR that does not fit the schema gives none.
 */
export function makeNegatives(
  { prompt, ir }: { prompt: string; ir: unknown },
  { errorTypes = ERROR_TYPE_IDS, perSample, seed }: NegativeOptions,
): MadeNegatives {
  const made: MadeNegatives = { negatives: [], refused: [] };
  const verifier = createVerifier(prompt, ir);
  if (!verifier.isSchemaValid) return made;
  const positive = identifyIr(ir);
  const random = createSeededRandom(seedFromText(JSON.stringify([seed, prompt, positive])));
  const seen = new Set([positive]);
  const failing = errorTypes.filter((errorType) => !verifier.passes(errorType));
  made.refused.push(
    ...failing.map((errorType) => ({ errorType, refusal: "positive_fails" }) as const),
  );
  const passing = errorTypes.filter((errorType) => !failing.includes(errorType));
  let turns = shuffle(passing, random).map((errorType) => ({ errorType, triesLeft: MAX_TRIES }));
  while (made.negatives.length < perSample && turns.length > 0) {
    const [turn, ...others] = turns;
    if (turn === undefined) break;
    const mutation = mutate(prompt, ir, turn.errorType, random);
    const refusal = mutation === null ? null : refuse(mutation, turn.errorType, verifier, seen);
    if (mutation === null) turns = others;
    else if (refusal === null) {
      made.negatives.push({ ...mutation, errorType: turn.errorType });
      turns = [...others, turn];
    } else {
      made.refused.push({ errorType: turn.errorType, refusal });
      turn.triesLeft -= 1;
      if (turn.triesLeft === 0) turns = others;
    }
  }
  return made;
}

function refuse(
  { ir }: Mutation,
  wanted: ErrorType,
  verifier: Verifier,
  seen: Set<string>,
): Refusal | null {
  const identity = identifyIr(ir);
  if (seen.has(identity)) return "same";
  seen.add(identity);
  return verifier.listNew(ir).some(({ errorType }) => errorType === wanted) ? null : "not_caught";
}

/** Fisher and Yates. */
function shuffle<T>(values: readonly T[], random: () => number): T[] {
  const left = [...values];
  const drawn: T[] = [];
  while (left.length > 0) drawn.push(...left.splice(Math.floor(random() * left.length), 1));
  return drawn;
}
