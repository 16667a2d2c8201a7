import type { PythonExpression } from "../python/python-expression.ts";
import { writeExpression } from "../python/write-expression.ts";
import { readAtom } from "./read-atom.ts";

/** A value that a compared expression may have; `OTHER` is one that no condition names. */
export type WorldValue = number | string | boolean | null | typeof OTHER;
export const OTHER: unique symbol = Symbol("other");

/** One way the inputs may be, as far as some conditions tell: a value for each compared expression. */
export type World = ReadonlyMap<string, WorldValue>;

const MAX_WORLDS = 400;

/**
 * Every way in which inputs can differ for some conditions: for numbers each threshold, what lies
 * between, below and above; for other constants each of them and another one; for any other test
 * true and false.
 *
 * @param isWhole whether an expression (as `writeExpression` writes it) has only whole numbers
 * @returns null when there are too many
 */
export function listWorlds(
  tests: readonly PythonExpression[],
  isWhole: (subject: string) => boolean,
): World[] | null {
  const constants = new Map<string, Set<WorldValue>>();
  for (const test of tests) collectConstants(test, constants);
  let worlds: Map<string, WorldValue>[] = [new Map()];
  for (const [subject, named] of constants) {
    const values = spreadValues([...named], isWhole(subject), subject.startsWith("len("));
    if (worlds.length * values.length > MAX_WORLDS) return null;
    worlds = worlds.flatMap((world) => values.map((value) => new Map(world).set(subject, value)));
  }
  return worlds;
}

function collectConstants(test: PythonExpression, constants: Map<string, Set<WorldValue>>): void {
  if (test.kind === "boolean") {
    for (const operand of test.operands) collectConstants(operand, constants);
    return;
  }
  if (test.kind === "unary" && test.operator === "not") {
    collectConstants(test.operand, constants);
    return;
  }
  const atom = readAtom(test);
  const subject = atom?.subject ?? writeExpression(test);
  const known = constants.get(subject) ?? new Set<WorldValue>();
  for (const value of atom?.values ?? [true, false]) known.add(value);
  constants.set(subject, known);
}

function spreadValues(named: WorldValue[], isWhole: boolean, isLength: boolean): WorldValue[] {
  const numbers = named.filter((value) => typeof value === "number").toSorted((a, b) => a - b);
  const others = named.filter((value) => typeof value !== "number");
  const isTruth = named.length === 2 && others.every((value) => typeof value === "boolean");
  if (isTruth && others.length === 2) return others;
  const spread = numbers.flatMap((value, at) => {
    const next = numbers[at + 1];
    if (isWhole || isLength) return [value - 1, value, value + 1];
    return next === undefined ? [value, value + 1] : [value, (value + next) / 2];
  });
  const [first] = numbers;
  if (first !== undefined && !isWhole) spread.unshift(first - 1);
  const distinct = [...new Set(spread)].filter((value) => !isLength || value >= 0);
  const rest: WorldValue[] = numbers.length === 0 ? [...others, OTHER] : others;
  return [...distinct, ...rest];
}
