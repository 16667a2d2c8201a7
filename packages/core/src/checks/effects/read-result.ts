import { listFreeNames } from "../python/list-free-names.ts";
import type { PythonExpression, Span } from "../python/python-expression.ts";
import type { EffectResult } from "./read-effect.ts";
import { readCodeAt } from "./find-code.ts";

const ADVERBS =
  /\s*(?:(?:immediately|directly|early|at once|just|simply|always|exactly)\s*,?\s+)*/iy;
const MARKER = /LITERAL\b\s*/y;

/** What may follow a returned value without changing it. */
const AFTER =
  /\s*(?:$|[.,;:)`—–]|(?:unchanged|immediately|directly|itself|as (?:it is|is|the result|they are)|if|when|whenever|unless|because|since|which|whose|so|and (?:stop|do not|not|leave)|otherwise|else|for|whatever|where|at once|with (?:true|floor|integer|float))\b)/iy;

/** What comes back, read from the text after "return" on. */
export function readResult(
  text: string,
  { start, end }: Span,
  known: ReadonlySet<string>,
): EffectResult {
  const from = skip(ADVERBS, text, start);
  const valueStart = skip(MARKER, text, from);
  const isMarked = valueStart > from;
  const code = readCodeAt(text, valueStart, known);
  if (code === null || code.end > end) return { kind: "words", expression: null, start: from, end };
  if (isMarked && isConstant(code)) {
    return { kind: "literal", expression: code, start: from, end: code.end };
  }
  if (skip(AFTER, text, code.end) === code.end && !matches(AFTER, text, code.end)) {
    return { kind: "words", expression: null, start: from, end };
  }
  return { kind: "expression", expression: code, start: from, end: code.end };
}

function isConstant(expression: PythonExpression): boolean {
  return listFreeNames(expression).length === 0;
}

function matches(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

function skip(pattern: RegExp, text: string, at: number): number {
  return matches(pattern, text, at) ? pattern.lastIndex : at;
}
