import { defineMutator } from "../define-mutator.ts";
import type { Edit, EditSource } from "../edit.ts";
import { addAssertion, insertEffect, replacePredicate } from "../edits/changes.ts";

/** `text != '' or result == 'too short'`: what the result is in one case. */
const CASE = /^(\w+ != (?:'[^']*'|-?\d+(?:\.\d+)?|\[[^\]]*\])) or result (==|is) (.+)$/;
const LENGTH_CASE = /^(len\(\w+\) (?:!=|>|>=) \d+) or result (==|is) (.+)$/;
const BRANCH_WITH_VALUE = /^(If [^;]*?), return LITERAL ('[^']*'|-?\d+(?:\.\d+)?|None|\[\]|\{\})/;
const CONSTANT = /^(?:'[^']*'|-?\d+(?:\.\d+)?|None|True|False|\[\]|\{\})$/;

/** Two statements of which one must be wrong. */
export const contradiction = defineMutator("contradiction", (source) => {
  const cases = listCases(source);
  return [
    cases.map((known) => addOther(source, known)),
    cases.filter(({ isExplained }) => isExplained).map((known) => changeValue(known)),
    listBrokenInvariants(cases).map((predicate) => add(source, predicate)),
    source.effects.flatMap((effect, index) => branchAgain(effect, index)),
  ];
});

interface KnownCase {
  index: number;
  guard: string;
  operator: string;
  value: string;
  /** An effect gives the value by its words, so a change here contradicts it. */
  isExplained: boolean;
}

function listCases({ predicates, effects }: EditSource): KnownCase[] {
  return predicates.flatMap((predicate, index) => {
    const [, guard, operator, value] = CASE.exec(predicate) ?? LENGTH_CASE.exec(predicate) ?? [];
    if (guard === undefined || operator === undefined || value === undefined) return [];
    if (!CONSTANT.test(value)) return [];
    const isExplained =
      isEmptyCase(guard) && effects.some((effect) => givesForEmpty(effect, value));
    return [{ index, guard, operator, value, isExplained }];
  });
}

function isEmptyCase(guard: string): boolean {
  return / != (?:''|\[\])$/.test(guard) || guard.endsWith(" > 0");
}

function givesForEmpty(effect: string, value: string): boolean {
  return /\bempty\b/.test(effect) && effect.includes(`return LITERAL ${value}`);
}

function add({ ir }: EditSource, predicate: string): Edit {
  return {
    path: `/assertions/${ir.assertions.length}/predicate`,
    note: `\`${predicate}\` cannot hold beside the other assertions`,
    change: addAssertion(predicate),
  };
}

function addOther(source: EditSource, { guard, value }: KnownCase): Edit {
  return add(source, `${guard} or ${describeOther(value)}`);
}

/** A different value of the same kind, or None where there is no other. */
function describeOther(value: string): string {
  if (/^-?\d/.test(value)) return `result == ${Number(value) + 1}`;
  if (value.startsWith("'") && value !== "''") return "result == ''";
  if (value === "None") return "result == 0";
  return "result is None";
}

function changeValue({ index, guard, value }: KnownCase): Edit {
  const predicate = `${guard} or ${describeOther(value)}`;
  return {
    path: `/assertions/${index}/predicate`,
    note: `\`${predicate}\` says otherwise than the effects, which give ${value}`,
    change: replacePredicate(index, predicate),
  };
}

/** Rules without exception that forget the special case. */
function listBrokenInvariants(cases: KnownCase[]): string[] {
  const values = new Set(cases.map(({ value }) => value));
  return [
    ...(values.has("None") ? ["result is not None"] : []),
    ...(values.has("-1") ? ["result >= 0"] : []),
    ...(values.has("[]") || values.has("''") ? ["len(result) > 0"] : []),
    ...(values.has("0") ? ["result > 0"] : []),
    ...([...values].some((value) => /^'.+'$/.test(value)) ? ["isinstance(result, int)"] : []),
  ];
}

/** The same condition a second time, with another value. */
function branchAgain(effect: string, index: number): Edit[] {
  const [, condition, value] = BRANCH_WITH_VALUE.exec(effect) ?? [];
  if (condition === undefined || value === undefined) return [];
  const other = value.startsWith("'") ? "'invalid'" : value === "None" ? "0" : "None";
  const description = `${condition}, return LITERAL ${other}.`;
  return [
    {
      path: `/effects/${index + 1}/description`,
      note: `"${description}" says otherwise than the step before`,
      change: insertEffect(index + 1, description),
    },
  ];
}
