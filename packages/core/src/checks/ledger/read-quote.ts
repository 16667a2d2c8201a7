import { isLetter, isWordUnit } from "./character-class.ts";
import { makeToken, type TextToken } from "./text-token.ts";
import { resolveEscapes } from "./resolve-escapes.ts";

/** A quotation of a prompt is a value, not a chapter; this bounds the look ahead for a closing mark. */
const MAX_LENGTH = 400;

const CLOSING: Readonly<Record<string, string>> = {
  "'": "'",
  '"': '"',
  "`": "`",
  "‘": "’",
  "“": "”",
  "«": "»",
  "‹": "›",
  "„": "“”",
  "‚": "‘’",
};

/**
 * Reads the quotation that starts at `at`, if one does: an apostrophe in a word, a mark that is never
 * closed and an inch sign are none. Marks may be doubled, tripled or escaped: `\"a\"` is `"a"`.
 */
export function readQuote(text: string, at: number): TextToken | null {
  const escaped = text[at] === "\\" && (text[at + 1] === '"' || text[at + 1] === "'");
  const open = text[escaped ? at + 1 : at] ?? "";
  const closing = CLOSING[open];
  if (closing === undefined || (isWordUnit(text.charCodeAt(at - 1)) && !isAfterPrefix(text, at))) {
    return null;
  }
  if (escaped) return readDelimited(text, at, `\\${open}`, open);
  if (open === "'" || open === '"') {
    const repeated = readRepeated(text, at, open);
    if (repeated !== null) return repeated;
  }
  const end = findClosing(text, at + 1, closing);
  return end < 0 ? null : makeText(text, at, at + 1, end, end + 1, open);
}

/** `r'…'`, `b"…"` and `f'…'` of Python: one letter that stands alone. */
function isAfterPrefix(text: string, at: number): boolean {
  return "rbfuRBFU".includes(text[at - 1] ?? " ") && !isWordUnit(text.charCodeAt(at - 2));
}

/** `'''a'''`, and `''a''` where two marks stand for one; a bare `'''` is one quoted mark. */
function readRepeated(text: string, at: number, open: string): TextToken | null {
  if (text[at + 1] !== open) return null;
  if (text[at + 2] === open) {
    const triple = readDelimited(text, at, open.repeat(3), open);
    return triple ?? makeText(text, at, at + 1, at + 2, at + 3, open);
  }
  if (!isWordUnit(text.charCodeAt(at + 2))) return makeText(text, at, at + 1, at + 1, at + 2, open);
  return readDelimited(text, at, open.repeat(2), open);
}

function readDelimited(text: string, at: number, mark: string, open: string): TextToken | null {
  const start = at + mark.length;
  const window = text.slice(start, start + MAX_LENGTH + mark.length);
  const length = window.indexOf(mark);
  if (length < 0) return null;
  return makeText(text, at, start, start + length, start + length + mark.length, open);
}

/** Offset of the mark that closes a quotation whose content starts at `from`; -1 when none does. */
function findClosing(text: string, from: number, closing: string): number {
  const limit = Math.min(text.length, from + MAX_LENGTH);
  const isApostrophe = closing.includes("'") || closing.includes("’");
  for (let index = from; index < limit; index += 1) {
    const character = text[index] ?? "";
    if (character === "\\" && closing !== "`") {
      index += 1;
    } else if (character === "\n" && isApostrophe) {
      return -1;
    } else if (closing.includes(character)) {
      if (!isApostrophe || !isLetter(text.charCodeAt(index + 1))) return index;
      // A mark after a space and before a letter opens the next quotation: this one never closed.
      if (index > from && /\s/.test(text[index - 1] ?? "")) return -1;
    }
  }
  return -1;
}

function makeText(
  text: string,
  start: number,
  contentStart: number,
  contentEnd: number,
  end: number,
  open: string,
): TextToken {
  const content = text.slice(contentStart, contentEnd);
  const isRaw = open === "`" || "rR".includes(text[start - 1] ?? " ");
  const value = isRaw || !content.includes("\\") ? content : resolveEscapes(content);
  return makeToken("text", start, end, value, Number.NaN, open);
}
