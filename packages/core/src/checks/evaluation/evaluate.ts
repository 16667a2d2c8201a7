import type { PythonExpression } from "../python/python-expression.ts";
import { writeExpression } from "../python/write-expression.ts";
import { callFunction, callMethod } from "./call-builtin.ts";
import { computeBinary } from "./compute-binary.ts";
import { compareValues } from "./compare-values.ts";
import {
  asNumber,
  includes,
  isContainer,
  isTruthy,
  makeContainer,
  makeFloat,
  type PythonValue,
} from "./python-value.ts";

/** Values by name; also of other expressions, as `writeExpression` writes them: `len(text)`. */
export type Environment = ReadonlyMap<string, PythonValue>;

/**
 * The value of a Python expression, or undefined when it needs more than is known here. Covers what
 * predicates and effects do with constants; an error that Python would raise is undefined too.
 */
export function evaluate(node: PythonExpression, known: Environment): PythonValue | undefined {
  switch (node.kind) {
    case "name":
      return known.get(node.name);
    case "number":
      return node.isFloat ? makeFloat(node.value) : readInteger(node.value);
    case "string":
      return node.isBytes || node.isFormatted ? undefined : node.value;
    case "constant":
      return node.value;
    case "list":
    case "tuple":
    case "set":
      return evaluateItems(node.kind, node.elements, known);
    case "dict":
      return evaluateDict(node, known);
    case "boolean":
      return evaluateBoolean(node, known);
    case "unary":
      return evaluateUnary(node, known);
    case "comparison":
      return evaluateComparison(node, known);
    case "binary":
      return evaluateBinary(node, known);
    case "conditional": {
      const test = evaluate(node.test, known);
      return test === undefined ? undefined : evaluate(isTruthy(test) ? node.yes : node.no, known);
    }
    case "call": {
      const key = hasParts(known) ? writeExpression(node) : null;
      return key !== null && known.has(key) ? known.get(key) : evaluateCall(node, known);
    }
    case "subscript": {
      const key = hasParts(known) ? writeExpression(node) : null;
      return key !== null && known.has(key) ? known.get(key) : evaluateSubscript(node, known);
    }
    default:
      return undefined;
  }
}

type Of<Kind extends PythonExpression["kind"]> = Extract<PythonExpression, { kind: Kind }>;

/** Whether values of other things than names are known: most often there are none. */
function hasParts(known: Environment): boolean {
  for (const key of known.keys()) if (key.endsWith(")") || key.endsWith("]")) return true;
  return false;
}

function readInteger(value: number): number | undefined {
  return Number.isSafeInteger(value) ? value : undefined;
}

function evaluateAll(
  nodes: readonly PythonExpression[],
  known: Environment,
): PythonValue[] | undefined {
  const values: PythonValue[] = [];
  for (const node of nodes) {
    const value = evaluate(node, known);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return values;
}

function evaluateItems(
  kind: "list" | "tuple" | "set",
  elements: readonly PythonExpression[],
  known: Environment,
): PythonValue | undefined {
  const items = evaluateAll(elements, known);
  if (items === undefined) return undefined;
  if (kind !== "set") return makeContainer(kind, items);
  return makeContainer(
    "set",
    items.filter((item, at) => !includes(items.slice(0, at), item)),
  );
}

function evaluateDict({ entries }: Of<"dict">, known: Environment): PythonValue | undefined {
  const keys = evaluateAll(
    entries.map(({ key }) => key),
    known,
  );
  const values = evaluateAll(
    entries.map(({ value }) => value),
    known,
  );
  return keys === undefined || values === undefined
    ? undefined
    : makeContainer("dict", keys, values);
}

/** One operand that decides is enough, so that the others may be unknown. */
function evaluateBoolean({ operator, operands }: Of<"boolean">, known: Environment) {
  let isKnown = true;
  let last: PythonValue = true;
  for (const operand of operands) {
    const value = evaluate(operand, known);
    if (value === undefined) isKnown = false;
    else if (isTruthy(value) === (operator === "or")) return isKnown ? value : operator === "or";
    else last = value;
  }
  return isKnown ? last : undefined;
}

function evaluateUnary({ operator, operand }: Of<"unary">, known: Environment) {
  const value = evaluate(operand, known);
  if (value === undefined) return undefined;
  if (operator === "not") return !isTruthy(value);
  const number = asNumber(value);
  if (number === undefined || operator === "~") return undefined;
  const signed = operator === "-" ? -number : number;
  return typeof value === "object" ? makeFloat(signed) : signed;
}

function evaluateComparison({ operands, operators }: Of<"comparison">, known: Environment) {
  let isKnown = true;
  let left = evaluateSome(operands[0], known);
  for (let at = 0; at < operators.length; at += 1) {
    const right = evaluateSome(operands[at + 1], known);
    const holds =
      left === undefined || right === undefined
        ? undefined
        : compareValues(left, operators[at] ?? "", right);
    if (holds === false) return false;
    if (holds === undefined) isKnown = false;
    left = right;
  }
  return isKnown ? true : undefined;
}

function evaluateSome(node: PythonExpression | undefined, known: Environment) {
  return node === undefined ? undefined : evaluate(node, known);
}

function evaluateBinary({ operator, left, right }: Of<"binary">, known: Environment) {
  const [a, b] = [evaluate(left, known), evaluate(right, known)];
  return a === undefined || b === undefined ? undefined : computeBinary(a, operator, b);
}

function evaluateCall({ callee, positional, keywords }: Of<"call">, known: Environment) {
  if (callee.kind === "name" && callee.name === "isinstance") {
    return evaluateTypeTest(positional[0], positional[1], known);
  }
  const values = evaluateAll(positional, known);
  if (values === undefined || keywords.length > 0) return undefined;
  if (callee.kind === "name") return callFunction(callee.name, values);
  if (callee.kind !== "attribute") return undefined;
  const object = evaluate(callee.object, known);
  return object === undefined ? undefined : callMethod(object, callee.name, values);
}

function evaluateTypeTest(
  value: PythonExpression | undefined,
  types: PythonExpression | undefined,
  known: Environment,
): boolean | undefined {
  const tested = value === undefined ? undefined : evaluate(value, known);
  if (tested === undefined || types === undefined) return undefined;
  const names = types.kind === "tuple" ? types.elements : [types];
  const own = nameTypes(tested);
  let isKnown = true;
  for (const type of names) {
    if (type.kind !== "name" || !TYPES.has(type.name)) isKnown = false;
    else if (own.includes(type.name)) return true;
  }
  return isKnown ? false : undefined;
}

const TYPES = new Set("bool int float str list tuple set dict bytes complex".split(" "));

function nameTypes(value: PythonValue): string[] {
  if (value === null) return ["None"];
  if (typeof value === "boolean") return ["bool", "int"];
  if (typeof value === "number") return ["int"];
  return [typeof value === "string" ? "str" : value.kind];
}

function evaluateSubscript({ object, indices }: Of<"subscript">, known: Environment) {
  const container = evaluate(object, known);
  const [index] = indices;
  if (container === undefined || index === undefined || indices.length > 1) return undefined;
  if (isContainer(container) && container.kind === "dict") {
    const key = evaluate(index, known);
    const at = container.items.findIndex((item) => key !== undefined && includes([item], key));
    return container.values[at];
  }
  const items =
    typeof container === "string"
      ? [...container]
      : isContainer(container)
        ? container.items
        : undefined;
  if (items === undefined) return undefined;
  if (index.kind === "slice") return takeSlice(container, items, index, known);
  const at = evaluate(index, known);
  if (typeof at !== "number") return undefined;
  return items.at(at);
}

function takeSlice(
  container: PythonValue,
  items: readonly PythonValue[],
  { lower, upper, step }: Of<"slice">,
  known: Environment,
): PythonValue | undefined {
  const [from, to] = [lower, upper].map((bound) =>
    bound === null ? null : evaluate(bound, known),
  );
  if (step !== null || from === undefined || to === undefined) return undefined;
  if ([from, to].some((bound) => bound !== null && typeof bound !== "number")) return undefined;
  const part = items.slice(Number(from ?? 0), to === null ? undefined : Number(to));
  if (typeof container === "string") return part.map(String).join("");
  return isContainer(container) && container.kind !== "set"
    ? makeContainer(container.kind, part)
    : undefined;
}
