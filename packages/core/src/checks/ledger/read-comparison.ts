import {
  compareByOperator,
  compareByWord,
  compareWithOr,
  compareWithThan,
  flipComparison,
  negateComparison,
} from "./comparison-words.ts";
import type { Comparison } from "./ledger-entry.ts";
import { readRangeEnd } from "./read-range-end.ts";
import type { TextToken } from "./text-token.ts";
import { wordAt } from "./word-at.ts";

const CURRENCIES = new Set(["$", "€", "£"]);
const SKIPPED_BEFORE = new Set(["a", "an", "the", "about", "of", "total", "length", "only", "age"]);
const CONDITION_WORDS = new Set("if when whose where unless while whenever once elif".split(" "));
const IS_WORDS = new Set(["is", "are", "was", "be", "has", "contains", "not"]);
const ON_WORDS = new Set(["on", "onward", "onwards", "upward", "upwards", "up"]);

/** "the weights add up to 0" is no boundary. */
const SUM_WORDS = new Set("add adds added sum sums summing rounded round".split(" "));
/** "from 7 until 22": open from 7 on. */
const OPENING_WORDS = new Set(["until", "till"]);

/** That a number is a boundary, and how it is compared with if the text says so. */
export interface Threshold {
  comparison: Comparison | null;
  /** One end of "80-89": the other side of the boundary is often written as the next number. */
  isRangeEnd: boolean;
}

/** How a text, English or code, compares something with the number at `index`; null when it does not. */
export function readComparison(tokens: readonly TextToken[], index: number): Threshold | null {
  const rangeEnd = readRangeEnd(tokens, index);
  if (rangeEnd !== null) return { comparison: rangeEnd.comparison, isRangeEnd: true };
  const comparison =
    readAfter(tokens, index) ?? readBefore(tokens, index) ?? readEquality(tokens, index);
  if (comparison === null) return null;
  return { comparison: excludeNumber(comparison, tokens, index), isRangeEnd: false };
}

/** "up to 25 (exclusive)" leaves 25 out. */
function excludeNumber(
  comparison: Comparison,
  tokens: readonly TextToken[],
  index: number,
): Comparison {
  const isExclusive = [1, 2].some((ahead) => wordAt(tokens, index + ahead) === "exclusive");
  if (!isExclusive) return comparison;
  if (comparison === "<=") return "<";
  return comparison === ">=" ? ">" : comparison;
}

/** `8 > x`, "8 or more", "90+", "from 50 on". */
function readAfter(tokens: readonly TextToken[], index: number): Comparison | null {
  const next = tokens[index + 1];
  if (next === undefined) return null;
  const operator = next.kind === "symbol" ? compareByOperator(next.value) : null;
  if (operator !== null && !isOperator(tokens[index - 1])) return flipComparison(operator);
  if (next.value === "+" && next.start === tokens[index]?.end && !isGlued(tokens, index + 1)) {
    return ">=";
  }
  return readFromOn(tokens, index) ?? readOrMore(tokens, index);
}

function isOperator(token: TextToken | undefined): boolean {
  return token?.kind === "symbol" && compareByOperator(token.value) !== null;
}

function isGlued(tokens: readonly TextToken[], index: number): boolean {
  const next = tokens[index + 1];
  return next !== undefined && next.start === tokens[index]?.end && next.kind !== "symbol";
}

function readOrMore(tokens: readonly TextToken[], index: number): Comparison | null {
  for (let at = index + 1; at <= index + 3; at += 1) {
    const token = tokens[at];
    if (token === undefined || (token.kind !== "word" && token.value !== "%")) return null;
    if (token.value !== "or" && token.value !== "and") continue;
    const next = tokens[at + 2];
    const isOtherComparison = next?.kind === "number" || next?.value === "than";
    return isOtherComparison ? null : compareWithOr(wordAt(tokens, at + 1));
  }
  return null;
}

function readFromOn(tokens: readonly TextToken[], index: number): Comparison | null {
  let isOn = false;
  for (let at = index + 1; at <= index + 3 && !isOn; at += 1) {
    const word = wordAt(tokens, at);
    if (word === "" && tokens[at]?.value !== "%") break;
    isOn = ON_WORDS.has(word);
  }
  const isOpening = OPENING_WORDS.has(wordAt(tokens, index + 1));
  if (isOpening && wordAt(tokens, index - 1) === "from") return ">=";
  if (!isOn) return null;
  for (let at = index - 1; at >= index - 4; at -= 1) {
    const word = wordAt(tokens, at);
    if (word === "from" || word === "starting") return ">=";
    if (word === "" && !CURRENCIES.has(tokens[at]?.value ?? "")) return null;
  }
  return null;
}

/** `x < 8`, "fewer than 8", "at least 8", "no more than 8", "below 8", "up to 8". */
function readBefore(tokens: readonly TextToken[], index: number): Comparison | null {
  let at = index - 1;
  const operator = tokens[at];
  if (operator?.kind === "symbol") {
    const direct = compareByOperator(operator.value);
    if (direct !== null) return direct;
  }
  while (CURRENCIES.has(tokens[at]?.value ?? "") || SKIPPED_BEFORE.has(wordAt(tokens, at))) at -= 1;
  const word = wordAt(tokens, at);
  const before = wordAt(tokens, at - 1);
  if (word === "than") return readThan(tokens, at);
  if (word === "to") return readTo(tokens, at);
  if (before === "at" && word === "least") return ">=";
  if (before === "at" && word === "most") return "<=";
  if (word === "including") return before === "not" ? "<" : "<=";
  const comparison = compareByWord(word);
  if (comparison === null) return null;
  const isNegated = before === "not" || before === "never" || before === "n't";
  const isNotToExceed = before === "to" && wordAt(tokens, at - 2) === "not";
  return isNegated || isNotToExceed ? negateComparison(comparison) : comparison;
}

function readThan(tokens: readonly TextToken[], at: number): Comparison | null {
  const comparison = compareWithThan(wordAt(tokens, at - 1));
  if (comparison === null) return null;
  const before = wordAt(tokens, at - 2);
  if (before === "or" && wordAt(tokens, at - 3) === "to") return comparison === "<" ? "<=" : ">=";
  return before === "no" || before === "not" ? negateComparison(comparison) : comparison;
}

/** "up to", "equal to", "greater than or equal to". */
function readTo(tokens: readonly TextToken[], at: number): Comparison | null {
  const before = wordAt(tokens, at - 1);
  if (before === "up") return SUM_WORDS.has(wordAt(tokens, at - 2)) ? "==" : "<=";
  if (before !== "equal") return null;
  if (wordAt(tokens, at - 2) !== "or") return "==";
  const isThan = wordAt(tokens, at - 3) === "than";
  const comparison = compareWithThan(wordAt(tokens, at - (isThan ? 4 : 3)));
  if (comparison === null) return "==";
  return comparison === "<" ? "<=" : ">=";
}

/** "if it is 0": only in a condition, because "the result is 0" is a value. */
function readEquality(tokens: readonly TextToken[], index: number): Comparison | null {
  if (!IS_WORDS.has(wordAt(tokens, index - 1))) return null;
  for (let at = index - 2; at >= 0; at -= 1) {
    const token = tokens[at];
    if (token?.kind !== "word") return null;
    if (CONDITION_WORDS.has(token.value)) return "==";
  }
  return null;
}
