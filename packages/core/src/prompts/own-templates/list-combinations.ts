import type { PythonValue } from "../../checks/evaluation/python-value.ts";
import { createSeededRandom } from "../../negatives/seeded-random.ts";
import type { ReadSlot } from "./read-slots.ts";

/** Combinations that are looked at; of more, as many drawn at random. */
const MAX_COMBINATIONS = 20_000;

export interface Combinations {
  rows: Map<string, PythonValue>[];
  /** False when `rows` are only some of them. */
  isComplete: boolean;
}

/** All combinations of the values of some slots, or a sample when there are very many. */
export function listCombinations(slots: readonly ReadSlot[]): Combinations {
  const total = countCombinations(slots);
  const isComplete = total <= MAX_COMBINATIONS;
  const random = createSeededRandom(1);
  const rows = Array.from({ length: Math.min(total, MAX_COMBINATIONS) }, (_, position) => {
    let rest = position;
    return new Map(
      slots.map(({ name, values }): [string, PythonValue] => {
        const index = isComplete ? rest % values.length : Math.floor(random() * values.length);
        rest = Math.floor(rest / values.length);
        return [name, values[index] ?? null];
      }),
    );
  });
  return { rows, isComplete };
}

/** The product of the numbers of values. */
export function countCombinations(slots: readonly { values: readonly unknown[] }[]): number {
  return slots.reduce((product, { values }) => product * values.length, 1);
}
