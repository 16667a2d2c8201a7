import type { Comparison } from "./ledger-entry.ts";
import type { TextToken } from "./text-token.ts";
import { wordAt } from "./word-at.ts";

const RANGE_SYMBOLS = new Set(["-", "–", ".."]);
const RANGE_WORDS = new Set(["to", "through", "thru", "until"]);
/** "raise it from 5 to 10" is no range of the subject. */
const CHANGE_WORDS = new Set(
  "add adds change changes convert converts raise raises increase decrease move set".split(" "),
);

/** Which end of a range ("80-89", "1 to 12", "between 5 and 10") the number at `index` is. */
export function readRangeEnd(
  tokens: readonly TextToken[],
  index: number,
): { comparison: Comparison | null } | null {
  if (tokens[index + 2]?.kind === "number" && isRange(tokens, index)) {
    return { comparison: compareEnd(tokens, index, ">") };
  }
  if (tokens[index - 2]?.kind === "number" && isRange(tokens, index - 2)) {
    return { comparison: compareEnd(tokens, index - 2, "<") };
  }
  return null;
}

/** "a to z and 0 to 9", "the digits 0 to 9": the number at `index` is a character. */
export function isCharacterRange(tokens: readonly TextToken[], index: number): boolean {
  return isRangeOfCharacters(tokens, index) || isRangeOfCharacters(tokens, index - 2);
}

function isRange(tokens: readonly TextToken[], index: number): boolean {
  const low = tokens[index]?.number ?? Number.NaN;
  const high = tokens[index + 2]?.number ?? Number.NaN;
  if (!(low < high) || isRangeOfCharacters(tokens, index)) return false;
  const between = tokens[index + 1];
  if (between?.kind === "symbol") return RANGE_SYMBOLS.has(between.value);
  const before = wordAt(tokens, index - 1);
  if (between?.value === "and") return before === "between";
  const isFrom = before === "from" && CHANGE_WORDS.has(wordAt(tokens, index - 3));
  return RANGE_WORDS.has(between?.value ?? "") && !CHANGE_WORDS.has(before) && !isFrom;
}

function isRangeOfCharacters(tokens: readonly TextToken[], index: number): boolean {
  if (tokens[index]?.number !== 0 || tokens[index + 2]?.number !== 9) return false;
  const words = [1, 2, 3].map((back) => wordAt(tokens, index - back));
  return words.some((word) => /^(?:[a-z]|digits?|characters?|letters?)$/.test(word));
}

/** English "between" leaves the ends open unless it says "inclusive" or "exclusive". */
function compareEnd(
  tokens: readonly TextToken[],
  index: number,
  direction: "<" | ">",
): Comparison | null {
  const after = [3, 4, 5].map((ahead) => wordAt(tokens, index + ahead));
  if (after.includes("exclusive")) return direction;
  const isBetween = tokens[index + 1]?.value === "and";
  return isBetween && !after.includes("inclusive") ? null : `${direction}=`;
}
