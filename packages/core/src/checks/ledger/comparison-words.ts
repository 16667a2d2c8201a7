import type { Comparison } from "./ledger-entry.ts";

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Before `than`: the subject is smaller. */
const SMALLER = list(
  "fewer less smaller lower shorter younger cheaper lighter colder earlier sooner narrower slower",
);
/** Before `than`: the subject is larger. */
const LARGER = list(
  "more greater larger longer higher bigger older heavier hotter warmer later faster wider taller",
);

/** Words that compare with the number after them by themselves. */
const COMPARING: ReadonlyMap<string, Comparison> = new Map([
  ["below", "<"],
  ["under", "<"],
  ["beneath", "<"],
  ["before", "<"],
  ["above", ">"],
  ["over", ">"],
  ["exceeds", ">"],
  ["exceeding", ">"],
  ["exceed", ">"],
  ["beyond", ">"],
  ["minimum", ">="],
  ["min", ">="],
  ["maximum", "<="],
  ["max", "<="],
  ["within", "<="],
  ["reaches", ">="],
  ["reach", ">="],
  ["exactly", "=="],
  ["precisely", "=="],
  ["equals", "=="],
  ["equal", "=="],
]);

/** After `or` or `and`: the number itself and what is beyond it. */
const OR_LARGER = list(
  "more above greater higher over longer larger later older up upwards bigger beyond positive",
);
const OR_SMALLER = list(
  "less fewer below under lower shorter smaller younger earlier negative down downwards",
);

const FLIPPED: Readonly<Record<Comparison, Comparison>> = {
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
  "==": "==",
};
const NEGATED: Readonly<Record<Comparison, Comparison>> = {
  "<": ">=",
  "<=": ">",
  ">": "<=",
  ">=": "<",
  "==": "==",
};

/** `8 > x` says the same as `x < 8`. */
export function flipComparison(comparison: Comparison): Comparison {
  return FLIPPED[comparison];
}

/** What holds when the comparison does not; equality stays the same boundary. */
export function negateComparison(comparison: Comparison): Comparison {
  return NEGATED[comparison];
}

/** `fewer` of "fewer than 8". */
export function compareWithThan(word: string): "<" | ">" | null {
  if (SMALLER.has(word)) return "<";
  return LARGER.has(word) ? ">" : null;
}

/** `below` of "below 8". */
export function compareByWord(word: string): Comparison | null {
  return COMPARING.get(word) ?? null;
}

/** `more` of "8 or more". */
export function compareWithOr(word: string): ">=" | "<=" | null {
  if (OR_LARGER.has(word)) return ">=";
  return OR_SMALLER.has(word) ? "<=" : null;
}

/** A comparison operator of Python, `!=` taken as the same boundary as `==`. */
export function compareByOperator(operator: string): Comparison | null {
  switch (operator) {
    case "<":
    case "<=":
    case ">":
    case ">=":
    case "==":
      return operator;
    case "!=":
      return "==";
    default:
      return null;
  }
}
