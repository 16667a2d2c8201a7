/** A comparison of whole numbers with a limit, in words and in Python. */
export interface Comparison {
  id: string;
  /** Before a number: "more than 5". */
  words: string;
  /** After a noun: "readings above 5". */
  adjective: string;
  symbol: string;
  /** For names of functions. */
  suffix: string;
  /** Distance from the limit to the nearest whole number that passes, and to the nearest that does not. */
  pass: number;
  fail: number;
  /** What becomes of the limit itself. */
  atLimit: "passes" | "does not pass";
}

export const COMPARISONS: readonly Comparison[] = [
  {
    id: "more_than",
    words: "more than",
    adjective: "above",
    symbol: ">",
    suffix: "above",
    pass: 1,
    fail: 0,
    atLimit: "does not pass",
  },
  {
    id: "at_least",
    words: "at least",
    adjective: "of at least",
    symbol: ">=",
    suffix: "from",
    pass: 0,
    fail: -1,
    atLimit: "passes",
  },
  {
    id: "less_than",
    words: "less than",
    adjective: "below",
    symbol: "<",
    suffix: "below",
    pass: -1,
    fail: 0,
    atLimit: "does not pass",
  },
  {
    id: "at_most",
    words: "at most",
    adjective: "of at most",
    symbol: "<=",
    suffix: "up_to",
    pass: 0,
    fail: 1,
    atLimit: "passes",
  },
];
