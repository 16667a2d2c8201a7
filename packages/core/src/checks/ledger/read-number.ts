import { isDigit, isLetter, isWordUnit } from "./character-class.ts";
import { makeToken, type TextToken } from "./text-token.ts";

const DIGITS = /\d+(?:_\d+)*/y;
const THOUSANDS = /\d{1,3}(?:,\d{3})+(?![\d,])/y;
const HEXADECIMAL = /0[xX][0-9a-fA-F]+/y;
const EXPONENT = /[eE][+-]?\d+/y;
/** A date, a clock time, a version or an address: digits, but no number. */
const COMPOUND = /\d{1,4}(?:-\d{1,2}-\d{1,2}|\/\d{1,2}\/\d{1,4}|(?::\d{2}){1,2}|(?:\.\d+){2,})/y;
const ORDINAL = /(?:st|nd|rd|th)(?![a-z])/iy;

/**
 * Reads what starts with a digit at `at` (or with the point of `.5`): a number, or as a word what only
 * looks like one, such as `3rd`, `2024-03-09` or `3.10.2`.
 *
 * @param isInBrackets inside `[…]` a comma separates elements and never thousands
 */
export function readNumber(text: string, at: number, isInBrackets: boolean): TextToken {
  const compound = isInBrackets ? at : matchEnd(COMPOUND, text, at);
  if (compound > at && !isWordUnit(text.charCodeAt(compound))) return makeWord(text, at, compound);
  const hexadecimal = matchEnd(HEXADECIMAL, text, at);
  if (hexadecimal > at) return makeNumber(text, at, hexadecimal);
  const end = readDecimal(text, at, isInBrackets);
  const unit = text.charCodeAt(end);
  if (!isLetter(unit)) return makeNumber(text, at, end);
  const ordinal = matchEnd(ORDINAL, text, end);
  if (ordinal > end) return makeWord(text, at, ordinal);
  if ("kK".includes(text[end] ?? " ") && !isWordUnit(text.charCodeAt(end + 1))) {
    const thousands = Number(text.slice(at, end).replaceAll(/[,_]/g, "")) * 1000;
    return makeToken("number", signStart(text, at), end + 1, String(thousands), thousands);
  }
  if (text[end] === "D" && !isWordUnit(text.charCodeAt(end + 1)))
    return makeWord(text, at, end + 1);
  return makeNumber(text, at, end);
}

function readDecimal(text: string, at: number, isInBrackets: boolean): number {
  let end = isInBrackets ? at : matchEnd(THOUSANDS, text, at);
  if (end === at) end = matchEnd(DIGITS, text, at);
  if (text[end] === "." && isDigit(text.charCodeAt(end + 1))) {
    end = matchEnd(DIGITS, text, end + 1);
  }
  return matchEnd(EXPONENT, text, end);
}

function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

function makeWord(text: string, start: number, end: number): TextToken {
  return makeToken("word", start, end, text.slice(start, end).toLowerCase());
}

function makeNumber(text: string, at: number, end: number): TextToken {
  const start = signStart(text, at);
  const digits = text.slice(at, end).replaceAll(/[,_]/g, "");
  const number = (start < at ? -1 : 1) * Number(digits);
  return makeToken("number", start, end, spellNumber(number, digits), number);
}

/** `-1` is a number, the dash of `80-89` and of `x - 1` is none of its sign. */
function signStart(text: string, at: number): number {
  const isSign = text[at - 1] === "-" || text[at - 1] === "−";
  if (!isSign) return at;
  return /[\p{L}\p{N}_)\]'"’”–—-]/u.test(text[at - 2] ?? " ") ? at : at - 1;
}

/** As Python writes it; an integer beyond 2^53 keeps its digits. */
function spellNumber(number: number, digits: string): string {
  if (/^\d+$/.test(digits)) {
    const plain = digits.replace(/^0+(?=\d)/, "");
    return number < 0 ? `-${plain}` : plain;
  }
  const isFloat = /[.eE]/.test(digits) && !/^0[xX]/.test(digits);
  return isFloat && Number.isInteger(number) ? `${number}.0` : String(number);
}
