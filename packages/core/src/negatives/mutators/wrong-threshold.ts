import { defineMutator } from "../define-mutator.ts";
import type { Edit, EditSource } from "../edit.ts";
import { combineChanges, removeAssertions, replaceEffect } from "../edits/changes.ts";
import { replaceRange } from "../edits/replace-range.ts";

/** Both directions of each confusion at a boundary. */
const NEIGHBOURS: Record<string, string[]> = {
  "<": ["<="],
  "<=": ["<"],
  ">": [">="],
  ">=": [">"],
  "fewer than": ["at most"],
  "less than": ["at most"],
  below: ["up to"],
  "at most": ["fewer than"],
  "more than": ["at least"],
  above: ["at or above"],
  "at least": ["more than"],
};
const COMPARISON =
  /(<=|>=|<|>|\b(?:fewer than|less than|below|at most|more than|above|at least)) (-?\d+(?:\.\d+)?)(?![\w%]|\.\d| (?:<|>))/g;
/** `200 <= code`: the number comes first. */
const REVERSED = /(?<![\w.)])(-?\d+(?:\.\d+)?) (<=|<|>=|>)(?= [a-z])/g;

/** Effects that give the same on both sides: "If more than 3, keep the first 3", "If x > 9, return 9". */
const SAME_ON_BOTH_SIDES =
  /\bthan (\d+)\b[^.;]*\b(?:first|last) \1\b|[<>]=? (\d+), return LITERAL \2\b|\b0 if len\(|\bon the side of zero\b/;

interface Comparison {
  index: number;
  effect: string;
  operator: { start: number; end: number; text: string };
  number: { start: number; end: number; text: string };
}

/** A boundary falls on the wrong side, or is one off. */
export const wrongThreshold = defineMutator("wrong_threshold", (source) => {
  const comparisons = source.effects
    .flatMap((effect, index) =>
      SAME_ON_BOTH_SIDES.test(effect) ? [] : listComparisons(effect, index),
    )
    .filter(({ number }) => isFromPrompt(source, number.text));
  return [
    comparisons.flatMap((comparison) => moveBoundary(comparison, "kept")),
    comparisons.flatMap((comparison) => moveBoundary(comparison, "dropped")),
    comparisons.flatMap(shiftNumber),
  ];
});

function listComparisons(effect: string, index: number): Comparison[] {
  const forward = [...effect.matchAll(COMPARISON)].map(
    ({ index: at, 1: operator = "", 2: number = "" }) => ({
      index,
      effect,
      operator: toRange(at, operator),
      number: toRange(at + operator.length + 1, number),
    }),
  );
  const reversed = [...effect.matchAll(REVERSED)].map(
    ({ index: at, 1: number = "", 2: operator = "" }) => ({
      index,
      effect,
      operator: toRange(at + number.length + 1, operator),
      number: toRange(at, number),
    }),
  );
  return [...forward, ...reversed];
}

function toRange(start: number, text: string) {
  return { start, end: start + text.length, text };
}

/** Only a boundary that the prompt gives can be called wrong. */
function isFromPrompt({ prompt }: EditSource, number: string): boolean {
  const value = Number(number);
  if (value === 0) return /\b(?:0|zero|negative|positive)\b/i.test(prompt);
  const numbers = prompt.match(/(?<![\w.])-?\d+(?:\.\d+)?/g) ?? [];
  return numbers.some((digits) => Number(digits) === value);
}

function moveBoundary(
  { index, effect, operator, number }: Comparison,
  assertions: "kept" | "dropped",
): Edit[] {
  return (NEIGHBOURS[operator.text] ?? []).map((wrong) => ({
    path: `/effects/${index}/description`,
    note: `"${operator.text} ${number.text}" has become "${wrong} ${number.text}"; assertions on the boundary are ${assertions}`,
    change: combineChanges(
      replaceEffect(index, replaceRange(effect, operator, wrong)),
      removeAssertions(
        (predicate) => assertions === "dropped" && mentionsNumber(predicate, number.text),
      ),
    ),
  }));
}

function mentionsNumber(predicate: string, number: string): boolean {
  return [...predicate.matchAll(/(?<![\w.])-?\d+(?:\.\d+)?/g)].some(
    ([digits]) => digits === number,
  );
}

function shiftNumber({ index, effect, number }: Comparison): Edit[] {
  const value = Number(number.text);
  if (!Number.isInteger(value) || value === 0) return [];
  return [value - 1, value + 1].map((wrong) => ({
    path: `/effects/${index}/description`,
    note: `the threshold ${number.text} has become ${wrong}`,
    change: combineChanges(
      replaceEffect(index, replaceRange(effect, number, String(wrong))),
      removeAssertions((predicate) => mentionsNumber(predicate, number.text)),
    ),
  }));
}
