import { compareValues } from "../../evaluation/compare-values.ts";
import { type Environment, evaluate } from "../../evaluation/evaluate.ts";
import {
  asNumber,
  isTruthy,
  makeContainer,
  makeFloat,
  type PythonValue,
} from "../../evaluation/python-value.ts";
import { usesName } from "../../python/uses-name.ts";
import type { PythonExpression } from "../../python/python-expression.ts";
import { writeExpression } from "../../python/write-expression.ts";

/** One input that a predicate of the form `input != c or result == v` speaks of. */
export interface PredicateCase {
  inputs: Environment;
  /** What the predicate demands for it, if it is one value. */
  demanded: PythonValue | undefined;
}

/**
 * @param typesOf the types of a parameter, for the choice of an empty value and of int or float
 * @returns null when the predicate names no input that can be told
 */
export function readCase(
  predicate: PythonExpression,
  typesOf: (name: string) => ReadonlySet<string> | null,
): PredicateCase | null {
  const parts =
    predicate.kind === "boolean" && predicate.operator === "or" ? predicate.operands : [predicate];
  const guards: PythonExpression[] = [];
  const claims: PythonExpression[] = [];
  for (const part of parts) (usesName(part, "result") ? claims : guards).push(part);
  if (guards.length === 0 || claims.length === 0) return null;
  const inputs = new Map<string, PythonValue>();
  for (const guard of guards) assume(guard, inputs, typesOf);
  const isCase = guards.every((guard) => {
    const value = evaluate(guard, inputs);
    return value !== undefined && !isTruthy(value);
  });
  if (!isCase) return null;
  const [claim] = claims;
  const demanded =
    claims.length === 1 && claim !== undefined ? readDemand(claim, inputs) : undefined;
  return { inputs, demanded };
}

/** Adds a value with which the guard does not hold. */
function assume(
  guard: PythonExpression,
  inputs: Map<string, PythonValue>,
  typesOf: (name: string) => ReadonlySet<string> | null,
): void {
  const isNegated = guard.kind === "unary" && guard.operator === "not";
  const inner = isNegated ? guard.operand : guard;
  if (inner.kind === "name") return setValue(inner, isNegated, inputs, typesOf);
  if (inner.kind !== "comparison" || inner.operators.length !== 1) return;
  const [left, right] = inner.operands;
  const operator = inner.operators[0] ?? "";
  const constant = right === undefined ? undefined : evaluate(right, new Map());
  if (left === undefined || constant === undefined) return;
  const value = chooseValue(operator, constant, isNegated);
  if (value !== undefined) setValue(left, value, inputs, typesOf);
}

/** A value for which a comparison with a constant fails, or holds when it is negated. */
function chooseValue(
  operator: string,
  constant: PythonValue,
  isNegated: boolean,
): PythonValue | undefined {
  const holds = isNegated;
  if (operator === "!=" || operator === "is not") return holds ? undefined : constant;
  if (operator === "==" || operator === "is") return holds ? constant : undefined;
  if (operator === "in" || operator === "not in") {
    const isMember = (operator === "in") === holds;
    const items =
      typeof constant === "object" && constant !== null && "items" in constant
        ? constant.items
        : [];
    return isMember ? items[0] : undefined;
  }
  const number = asNumber(constant);
  if (number === undefined) return undefined;
  return [number - 1, number, number + 1].find(
    (candidate) => compareValues(candidate, operator, constant) === holds,
  );
}

function setValue(
  target: PythonExpression,
  value: PythonValue,
  inputs: Map<string, PythonValue>,
  typesOf: (name: string) => ReadonlySet<string> | null,
): void {
  if (target.kind === "name") {
    const types = typesOf(target.name);
    const isFloat = types?.size === 1 && types.has("float") && typeof value === "number";
    inputs.set(target.name, isFloat ? makeFloat(value) : value);
    return;
  }
  if (target.kind !== "call" && target.kind !== "subscript") return;
  const [argument] = target.kind === "call" ? target.positional : [];
  const isLength =
    target.kind === "call" && target.callee.kind === "name" && target.callee.name === "len";
  if (isLength && argument?.kind === "name" && (value === 0 || value === -1)) {
    const empty = chooseEmpty(typesOf(argument.name));
    if (empty !== undefined) inputs.set(argument.name, empty);
    return;
  }
  inputs.set(writeExpression(target), value);
}

function chooseEmpty(types: ReadonlySet<string> | null): PythonValue | undefined {
  if (types?.has("str") === true) return "";
  if (types?.has("list") === true) return makeContainer("list", []);
  if (types?.has("dict") === true) return makeContainer("dict", []);
  return types?.has("tuple") === true ? makeContainer("tuple", []) : undefined;
}

/** `v` of `result == v` and `result is v`. */
function readDemand(claim: PythonExpression, inputs: Environment): PythonValue | undefined {
  if (claim.kind !== "comparison" || claim.operators.length !== 1) return undefined;
  const [left, right] = claim.operands;
  const operator = claim.operators[0];
  if (left?.kind !== "name" || left.name !== "result" || right === undefined) return undefined;
  return operator === "==" || operator === "is" ? evaluate(right, inputs) : undefined;
}
