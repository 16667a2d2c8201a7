import { findStringEnd } from "../python/scan-string.ts";
import type { Span } from "../python/python-expression.ts";

const WORD_CHARACTER = /[\p{L}\p{N}_]/u;
const LINE_BREAK = 0x0a;
const SEMICOLON = 0x3b;
const FULL_STOP = 0x2e;
const ABBREVIATION = /\b(?:e\.g|i\.e|etc|vs)$/i;

/** The sentences of a text, cut at full stops, semicolons and line breaks outside quotes and brackets. */
export function splitSentences(text: string): Span[] {
  const sentences: Span[] = [];
  let start = 0;
  let depth = 0;
  const cut = (end: number) => {
    const blanks = end - start - text.slice(start, end).trimStart().length;
    if (start + blanks < end) sentences.push({ start: start + blanks, end });
    start = end + 1;
  };
  for (let at = 0; at < text.length; at += 1) {
    const quoteEnd = findQuoteEnd(text, at);
    if (quoteEnd > 0) {
      at = quoteEnd - 1;
      continue;
    }
    const code = text.charCodeAt(at);
    if (isOpening(code)) depth += 1;
    else if (isClosing(code)) depth = Math.max(0, depth - 1);
    else if (code === LINE_BREAK) {
      depth = 0;
      cut(at);
    } else if (depth === 0 && (code === SEMICOLON || isFullStop(text, at))) cut(at);
  }
  if (start < text.length) cut(text.length);
  return sentences;
}

/** Whether a character code is an opening bracket. */
export function isOpening(code: number): boolean {
  return code === 0x28 || code === 0x5b || code === 0x7b;
}

/** Whether a character code is a closing bracket. */
export function isClosing(code: number): boolean {
  return code === 0x29 || code === 0x5d || code === 0x7d;
}

/** End of the quotation that opens at an offset; 0 when none does, as at an apostrophe. */
export function findQuoteEnd(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code !== 0x27 && code !== 0x22) return 0;
  if (at > 0 && WORD_CHARACTER.test(text.charAt(at - 1))) return 0;
  return findStringEnd(text, at, "");
}

function isFullStop(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== FULL_STOP) return false;
  const next = text.charAt(at + 1);
  return (next === "" || next === " " || next === "\n") && !isAbbreviation(text, at);
}

function isAbbreviation(text: string, at: number): boolean {
  return ABBREVIATION.test(text.slice(Math.max(0, at - 4), at));
}
