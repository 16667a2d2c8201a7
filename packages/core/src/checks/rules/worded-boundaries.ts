import type { Comparison } from "../ledger/ledger-entry.ts";

/** A number at which the prompt changes the behaviour. */
export interface Boundary {
  number: number;
  value: string;
  comparison: Comparison | null;
  /** "negative" for `< 0`. */
  isImplied: boolean;
}

/** How a prompt gives a boundary without a comparison beside the number, and what it means. */
const WORDED: readonly [pattern: RegExp, ...comparisons: Comparison[]][] = [
  [/\bfrom the (\d{1,9})(?:st|nd|rd|th)\b[^.,;]{0,30}\bon\b/gi, ">="],
  [/\b(?:up to|until) the (\d{1,9})(?:st|nd|rd|th)\b/gi, "<="],
  [/\bfrom (-?\d{1,9}) for \w+ to (-?\d{1,9}) for\b/gi, ">=", "<="],
  [/\bopens at (\d{1,9})\b/gi, ">="],
  [/\b(\d{1,9}) itself is (?:too late|too much|too many|too high|too long|not included)\b/gi, "<"],
];
/** Most prompts hold none of these. */
const MAY_WORD = /\d(?:st|nd|rd|th)\b|\d for\b|opens at|\d itself/i;
/** "0 or negative" takes zero in. */
const ZERO_OR_NEGATIVE = /\b(?:(?:0|zero) or negative|negative or (?:0|zero))\b/gi;

/** The boundaries of a prompt that no comparison names: "from the 5th failure on", "negative". */
export function listWordedBoundaries(prompt: string): Boundary[] {
  const boundaries: Boundary[] = [];
  const worded = MAY_WORD.test(prompt) ? WORDED : [];
  for (const [pattern, ...comparisons] of worded) {
    for (const match of prompt.matchAll(pattern)) {
      comparisons.forEach((comparison, index) => {
        const value = match[index + 1] ?? "";
        boundaries.push({ number: Number(value), value, comparison, isImplied: false });
      });
    }
  }
  return [...boundaries, ...listImplied(prompt)];
}

/** "negative" and "positive" leave zero out, unless it is named beside them. */
function listImplied(prompt: string): Boundary[] {
  const zero = { number: 0, value: "0", isImplied: true };
  const boundaries: Boundary[] = [];
  const others = prompt.replaceAll(ZERO_OR_NEGATIVE, "");
  if (/\bnegative\b/i.test(others)) boundaries.push({ ...zero, comparison: "<" });
  if (others !== prompt) boundaries.push({ ...zero, comparison: "<=" });
  if (/\bpositive\b/i.test(prompt)) boundaries.push({ ...zero, comparison: ">" });
  return boundaries;
}
