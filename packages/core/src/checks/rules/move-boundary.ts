import { isSameBoundary } from "../ledger/boundary.ts";
import { compareByOperator, flipComparison } from "../ledger/comparison-words.ts";
import type { Comparison } from "../ledger/ledger-entry.ts";
import type { IrLiteral } from "../ledger/read-ir-literals.ts";
import type { QuickFix } from "../quick-fix.ts";
import { type Replacement, replaceTokens } from "./replace-tokens.ts";

/** The same direction with the number itself on the other side. */
const MOVED: Readonly<Record<Exclude<Comparison, "==">, Comparison>> = {
  "<": "<=",
  "<=": "<",
  ">": ">=",
  ">=": ">",
};
const MOVED_WORDS: readonly [pattern: RegExp, by: string][] = [
  [/\b(?:fewer|less|smaller|lower|shorter) than\s+$/i, "at most "],
  [/\b(?:more|greater|larger|higher|longer) than\s+$/i, "at least "],
  [/\bat least\s+$/i, "more than "],
  [/\bat most\s+$/i, "fewer than "],
  [/\bup to\s+$/i, "below "],
  [/\b(?:below|under)\s+$/i, "at most "],
  [/\b(?:above|over)\s+$/i, "at least "],
];

/** Rewrites the comparison at `place` so that it cuts where the prompt does; null when unsure how. */
export function moveBoundary(
  literal: { number: number; value: string; comparison: Comparison | null },
  place: IrLiteral,
): QuickFix | null {
  const { source, token } = place;
  const comparison = place.threshold?.comparison ?? null;
  const base = { path: source.path, text: source.text };
  const number = { ...base, start: token.start, end: token.end, by: literal.value };
  const isNumberWrong = token.number !== literal.number;
  const replacements = isNumberWrong ? [number] : [];
  if (!isSameBoundary(literal, { comparison, number: literal.number })) {
    const moved = replaceOperator(place) ?? replaceWords(place);
    if (moved === null) return null;
    replacements.push(moved);
  }
  return {
    title: `Compare with ${literal.comparison ?? ""} ${literal.value}`,
    patch: replaceTokens(replacements),
  };
}

function replaceOperator({ source, at }: IrLiteral): Replacement | null {
  const before = source.tokens[at - 1];
  const after = source.tokens[at + 1];
  for (const [token, isAfter] of [
    [before, false],
    [after, true],
  ] as const) {
    if (token?.kind !== "symbol") continue;
    const written = compareByOperator(token.value);
    if (written === null || written === "==") continue;
    const direct = isAfter ? flipComparison(written) : written;
    if (direct === "==") continue;
    const moved = isAfter ? flipComparison(MOVED[direct]) : MOVED[direct];
    return { path: source.path, text: source.text, start: token.start, end: token.end, by: moved };
  }
  return null;
}

function replaceWords({ source, token }: IrLiteral): Replacement | null {
  const before = source.text.slice(0, token.start);
  for (const [pattern, by] of MOVED_WORDS) {
    const match = pattern.exec(before.slice(-24));
    if (match === null) continue;
    const start = token.start - match[0].length;
    return { path: source.path, text: source.text, start, end: token.start, by };
  }
  return null;
}
