import { isDigit, isLetter, isWordUnit } from "./character-class.ts";
import { readNumber } from "./read-number.ts";
import { readQuote } from "./read-quote.ts";
import { spellOutNumbers } from "./spell-out-numbers.ts";
import { makeToken, type TextToken } from "./text-token.ts";

const CONSTANTS: ReadonlySet<string> = new Set(["None", "True", "False"]);
const LONG_SYMBOLS = new Set(["<=", ">=", "==", "!=", "->", "=>", "//", "**", ".."]);
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  "≤": "<=",
  "≥": ">=",
  "≠": "!=",
  "→": "->",
  "—": "–",
  "−": "-",
  "‑": "-",
  "…": "..",
};
const PAIR_STARTS = new Set([..."<>=!-/*."].map((symbol) => symbol.charCodeAt(0)));
const QUOTES = new Set([..."'\"`‘“«‹„‚\\"].map((mark) => mark.charCodeAt(0)));

/**
 * Cuts English text with code in it into words, numbers, quoted texts and symbols. Linear in the
 * length, never throws; white space and what no check asks for give no token.
 */
export function scanText(text: string): TextToken[] {
  const tokens: TextToken[] = [];
  let at = 0;
  let brackets = 0;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (unit <= 32 || unit === 160) {
      at += 1;
      continue;
    }
    if (isLetter(unit)) {
      const word = readWord(text, at);
      tokens.push(word);
      at = word.end;
      continue;
    }
    if (unit === 91) brackets += 1;
    if (unit === 93 && brackets > 0) brackets -= 1;
    const token = readToken(text, at, unit, brackets > 0);
    if (token.start < at) tokens.pop();
    tokens.push(token);
    at = token.end;
  }
  return spellOutNumbers(tokens);
}

/** A number takes its sign back from the symbols, so its token starts before `at`. */
function readToken(text: string, at: number, unit: number, isInBrackets: boolean): TextToken {
  if (isDigit(unit)) return readNumber(text, at, isInBrackets);
  if (unit === 46 && isDigit(text.charCodeAt(at + 1)) && !isWordBefore(text, at)) {
    return readNumber(text, at, isInBrackets);
  }
  const character = text[at] ?? "";
  if (QUOTES.has(unit)) {
    const quote = readQuote(text, at);
    if (quote !== null) return quote;
  }
  const next = text.charCodeAt(at + 1);
  if (PAIR_STARTS.has(unit) && (next === unit || next === 61 || next === 62)) {
    const pair = text.slice(at, at + 2);
    if (LONG_SYMBOLS.has(pair)) return makeToken("symbol", at, at + 2, pair);
  }
  const value = unit < 128 ? character : (LOOK_ALIKES[character] ?? character);
  return makeToken("symbol", at, at + 1, value);
}

function isWordBefore(text: string, at: number): boolean {
  const unit = text.charCodeAt(at - 1);
  return isLetter(unit) || isDigit(unit) || unit === 41 || unit === 93 || unit === 46;
}

/** Letters, digits and underscores, with an apostrophe between letters: `don't`, `sha256`. */
function readWord(text: string, at: number): TextToken {
  let end = at + 1;
  for (;;) {
    const unit = text.charCodeAt(end);
    if (isWordUnit(unit)) end += 1;
    else if ((unit === 39 || unit === 0x2019) && isContraction(text, at, end)) end += 2;
    else break;
  }
  const word = text.slice(at, end);
  const isCapital = text.charCodeAt(at) < 97 && CONSTANTS.has(word);
  return makeToken("word", at, end, isCapital ? word : word.toLowerCase());
}

function isContraction(text: string, start: number, at: number): boolean {
  if (!isLetter(text.charCodeAt(at + 1))) return false;
  return at - start > 1 || !"rbfuRBFU".includes(text[start] ?? " ") || readQuote(text, at) === null;
}
