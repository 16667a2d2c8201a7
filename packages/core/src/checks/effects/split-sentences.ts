import { findStringEnd } from "../python/scan-string.ts";
import type { Span } from "../python/python-expression.ts";

const WORD_CHARACTER = /[\p{L}\p{N}_]/u;
const ABBREVIATION = /\b(?:e\.g|i\.e|etc|vs)$/i;

/** The sentences of a text, cut at full stops, semicolons and line breaks outside quotes and brackets. */
export function splitSentences(text: string): Span[] {
  const sentences: Span[] = [];
  let start = 0;
  let depth = 0;
  const cut = (end: number) => {
    const blanks = text.slice(start, end).length - text.slice(start, end).trimStart().length;
    if (start + blanks < end) sentences.push({ start: start + blanks, end });
    start = end + 1;
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    const quoteEnd = findQuoteEnd(text, at);
    if (quoteEnd > 0) at = quoteEnd - 1;
    else if ("([{".includes(character)) depth += 1;
    else if (")]}".includes(character)) depth = Math.max(0, depth - 1);
    else if (character === "\n") {
      depth = 0;
      cut(at);
    } else if (depth === 0 && (character === ";" || isFullStop(text, at))) cut(at);
  }
  cut(text.length);
  return sentences;
}

/** End of the quotation that opens at an offset; 0 when none does, as at an apostrophe. */
export function findQuoteEnd(text: string, at: number): number {
  const character = text.charAt(at);
  if (character !== "'" && character !== '"') return 0;
  if (at > 0 && WORD_CHARACTER.test(text.charAt(at - 1))) return 0;
  return findStringEnd(text, at, "");
}

function isFullStop(text: string, at: number): boolean {
  if (text.charAt(at) !== ".") return false;
  const next = text.charAt(at + 1);
  return (next === "" || next === " " || next === "\n") && !isAbbreviation(text, at);
}

function isAbbreviation(text: string, at: number): boolean {
  return ABBREVIATION.test(text.slice(Math.max(0, at - 4), at));
}
