import type { ReadSlot } from "./read-slots.ts";
import type { TextPart } from "./read-template-text.ts";
import { writeSlotWords } from "./write-slot-words.ts";

/** Steps after which a search through ambiguous values is given up. */
const MAX_STEPS = 20_000;

export interface ExampleMatch {
  /** Every choice of slot values that writes the example. */
  choices: number[][];
  /** Characters of the example, from the start, that the template can write. */
  reach: number;
  /** False when values can be read in so many ways that `choices` are only some of them. */
  isComplete: boolean;
}

/** Finds the slot values with which a template writes a text. */
export function matchExample(
  parts: readonly TextPart[],
  slots: readonly ReadSlot[],
  example: string,
): ExampleMatch {
  const starts = findStarts(parts, slots, example);
  const choices: number[][] = [];
  let steps = 0;
  const search = (index: number, start: number, choice: readonly number[]) => {
    steps += 1;
    const part = parts[index];
    if (part === undefined) choices.push([...choice]);
    if (part === undefined || steps > MAX_STEPS) return;
    for (const { slot, value, words } of listWritings(part, slots)) {
      const isTaken = slot !== null && choice[slot] !== undefined && choice[slot] !== value;
      const end = start + words.length;
      if (isTaken || !example.startsWith(words, start)) continue;
      if (starts[index + 1]?.has(end) !== true) continue;
      search(index + 1, end, slot === null ? choice : setAt(choice, slot, value));
    }
  };
  if (starts[0]?.has(0) === true) search(0, 0, []);
  return { choices, reach: findReach(parts, slots, example), isComplete: steps <= MAX_STEPS };
}

interface Writing {
  slot: number | null;
  value: number;
  words: string;
}

function listWritings(part: TextPart, slots: readonly ReadSlot[]): Writing[] {
  if (part.kind === "words") return [{ slot: null, value: 0, words: part.words }];
  const slot = slots.findIndex(({ name }) => name === part.name);
  return (slots[slot]?.words ?? []).map((words, value) => ({
    slot,
    value,
    words: writeSlotWords(part.article, words),
  }));
}

/** From where the rest of the parts reaches the end; slots that come twice are taken as free. */
function findStarts(
  parts: readonly TextPart[],
  slots: readonly ReadSlot[],
  example: string,
): ReadonlySet<number>[] {
  const starts = [new Set([example.length])];
  for (const part of parts.toReversed()) {
    const before = new Set<number>();
    for (const { words } of listWritings(part, slots)) {
      for (const end of starts[0] ?? []) {
        if (example.endsWith(words, end)) before.add(end - words.length);
      }
    }
    starts.unshift(before);
  }
  return starts;
}

/** How far the parts can be followed from the start; slots that come twice are taken as free. */
function findReach(
  parts: readonly TextPart[],
  slots: readonly ReadSlot[],
  example: string,
): number {
  let [starts, reach] = [new Set([0]), 0];
  for (const part of parts) {
    const next = new Set<number>();
    for (const { words } of listWritings(part, slots)) {
      for (const start of starts) {
        const common = countCommon(words, example, start);
        reach = Math.max(reach, start + common);
        if (common === words.length) next.add(start + common);
      }
    }
    starts = next;
  }
  return reach;
}

function countCommon(words: string, example: string, start: number): number {
  let count = 0;
  while (count < words.length && words[count] === example[start + count]) count += 1;
  return count;
}

function setAt(choice: readonly number[], slot: number, value: number): number[] {
  const next = [...choice];
  next[slot] = value;
  return next;
}
