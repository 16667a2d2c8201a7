import type { PythonExpression } from "../python/python-expression.ts";
import { readNumber } from "../python/read-number.ts";
import { writeExpression } from "../python/write-expression.ts";
import type { WorldValue } from "./list-worlds.ts";

/** A comparison of one expression with constants: `0 <= x < 10`, `x in ('a', 'b')`. */
export interface Atom {
  subject: string;
  values: WorldValue[];
  holds: (value: WorldValue) => boolean;
}

const FLIPPED: Record<string, string> = {
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
  "==": "==",
  "!=": "!=",
  is: "is",
  "is not": "is not",
};

const known = new WeakMap<PythonExpression, Atom | null>();

/** Null for a test of another form. Each world asks for it again. */
export function readAtom(test: PythonExpression): Atom | null {
  if (test.kind !== "comparison") return null;
  let atom = known.get(test);
  if (atom === undefined) known.set(test, (atom = readComparison(test)));
  return atom;
}

function readComparison(test: Extract<PythonExpression, { kind: "comparison" }>): Atom | null {
  const parts = test.operators.map((operator, at) =>
    readSide(test.operands[at], operator, test.operands[at + 1]),
  );
  const [first] = parts;
  if (first === undefined || first === null) return null;
  const atoms = parts.filter((part) => part !== null && part.subject === first.subject);
  if (atoms.length < parts.length) return null;
  return {
    subject: first.subject,
    values: atoms.flatMap((atom) => atom?.values ?? []),
    holds: (value) => atoms.every((atom) => atom?.holds(value) === true),
  };
}

function readSide(
  left: PythonExpression | undefined,
  operator: string,
  right: PythonExpression | undefined,
): Atom | null {
  if (left === undefined || right === undefined) return null;
  const values = readConstants(right, operator);
  if (values !== null)
    return readConstant(left) === undefined ? makeAtom(left, operator, values) : null;
  const value = readConstant(left);
  const flipped = FLIPPED[operator];
  return value === undefined || flipped === undefined ? null : makeAtom(right, flipped, [value]);
}

function makeAtom(subject: PythonExpression, operator: string, values: WorldValue[]): Atom {
  return {
    subject: writeExpression(subject),
    values,
    holds: (value) => compareWith(value, operator, values),
  };
}

function readConstants(expression: PythonExpression, operator: string): WorldValue[] | null {
  if (operator !== "in" && operator !== "not in") {
    const value = readConstant(expression);
    return value === undefined ? null : [value];
  }
  if (!["tuple", "list", "set"].includes(expression.kind) || !("elements" in expression))
    return null;
  const values = expression.elements.map(readConstant);
  return values.every((value) => value !== undefined) ? values : null;
}

function readConstant(expression: PythonExpression): WorldValue | undefined {
  if (expression.kind === "string") {
    return expression.isBytes || expression.isFormatted ? undefined : expression.value;
  }
  if (expression.kind === "constant") return expression.value;
  return readNumber(expression) ?? undefined;
}

function compareWith(
  value: WorldValue,
  operator: string,
  constants: readonly WorldValue[],
): boolean {
  const [constant] = constants;
  switch (operator) {
    case "==":
    case "is":
      return value === constant;
    case "!=":
    case "is not":
      return value !== constant;
    case "in":
      return constants.includes(value);
    case "not in":
      return !constants.includes(value);
    default:
      return isOrdered(value, operator, constant);
  }
}

function isOrdered(left: WorldValue, operator: string, right: WorldValue | undefined): boolean {
  if (typeof left !== "number" || typeof right !== "number") return false;
  if (operator === "<") return left < right;
  if (operator === "<=") return left <= right;
  return operator === ">" ? left > right : left >= right;
}
