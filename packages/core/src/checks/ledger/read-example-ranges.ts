import type { Span } from "../python/python-expression.ts";
import type { TextToken } from "./text-token.ts";
import { wordAt } from "./word-at.ts";

const LEADS = new Set(["example", "instance"]);

/**
 * Where the prompt gives examples ("for example …", "e.g. …", "such as …", "Examples:" and what
 * follows): their literals need not be in the effects.
 *
 * @returns whether an offset lies in an example
 */
export function readExampleRanges(
  prompt: string,
  tokens: readonly TextToken[],
): (offset: number) => boolean {
  const ranges: Span[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined || token.start < (ranges.at(-1)?.end ?? 0)) continue;
    if (isHeading(tokens, index)) ranges.push({ start: token.start, end: prompt.length });
    else if (isLead(tokens, index)) {
      ranges.push({ start: token.start, end: findSentenceEnd(tokens, index, prompt.length) });
    }
  }
  return (offset) => ranges.some(({ start, end }) => offset >= start && offset < end);
}

function isHeading(tokens: readonly TextToken[], index: number): boolean {
  const word = wordAt(tokens, index);
  const isWord = word === "examples" || (word === "example" && wordAt(tokens, index - 1) !== "for");
  return isWord && tokens[index + 1]?.value === ":";
}

function isLead(tokens: readonly TextToken[], index: number): boolean {
  const word = wordAt(tokens, index);
  if (LEADS.has(word)) return wordAt(tokens, index - 1) === "for";
  if (word === "such") return wordAt(tokens, index + 1) === "as";
  if (word === "like") return true;
  return word === "e" && wordAt(tokens, index + 2) === "g";
}

function findSentenceEnd(tokens: readonly TextToken[], index: number, length: number): number {
  // The points of "e.g." end no sentence.
  for (let at = index + 4; at < tokens.length; at += 1) {
    const token = tokens[at];
    const next = tokens[at + 1];
    if (token?.kind !== "symbol") continue;
    if (token.value === ")" || token.value === ";") return token.end;
    if (token.value === "," && isMainClause(tokens, at + 1)) return token.end;
    if (token.value !== ".") continue;
    if (next === undefined || next.start > token.end) return token.end;
  }
  return length;
}

/** "for example because the list is empty, the result is 'none'": the example ends at the comma. */
function isMainClause(tokens: readonly TextToken[], index: number): boolean {
  const word = wordAt(tokens, index);
  const noun = word === "the" ? wordAt(tokens, index + 1) : word;
  return /^(?:returns?|result|answer|it)$/.test(noun) && (word === "the" || noun !== "result");
}
