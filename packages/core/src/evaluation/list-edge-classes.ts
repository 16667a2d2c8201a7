import type { LedgerEntry } from "../checks/ledger/ledger-entry.ts";
import { listChildren } from "../checks/python/list-children.ts";
import { listFreeNames } from "../checks/python/list-free-names.ts";
import { parseExpression } from "../checks/python/parse-expression.ts";
import type { PythonExpression } from "../checks/python/python-expression.ts";
import type { Ir } from "../ir/ir.schema.ts";

/**
 * The kinds of edge case that the predicates of an IR test, such as `empty`, `none` or
 * `threshold 8: below`: those that a comparison of a parameter with a value stands for. Predicates
 * that do not parse test nothing.
 *
 * @param ledger of the prompt; its thresholds count with both their sides
 */
export function listEdgeClasses(
  { signature, assertions }: Pick<Ir, "signature" | "assertions">,
  ledger: readonly LedgerEntry[],
): Set<string> {
  const parameters = new Set(signature.parameters.map(({ name }) => name));
  const thresholds = ledger
    .filter(({ role, kind }) => role === "threshold" && kind === "number")
    .map(({ value }) => Number(value))
    .filter(Number.isFinite);
  const classes = new Set<string>();
  for (const { predicate } of assertions) {
    const parsed = parseExpression(predicate);
    if (parsed.ok) visit(parsed.expression, { parameters, thresholds, classes });
  }
  return classes;
}

interface Search {
  parameters: ReadonlySet<string>;
  thresholds: readonly number[];
  classes: Set<string>;
}

function visit(expression: PythonExpression, search: Search): void {
  if (expression.kind === "comparison" && isAboutInput(expression, search)) {
    const isLength = expression.operands.some(isLengthCall);
    const isPlain = expression.operands.some((operand) => isPlainInput(operand, search));
    for (const operand of isPlain ? expression.operands : []) classify(operand, search, isLength);
  }
  const isNegated = expression.kind === "unary" && expression.operator === "not";
  if (isNegated && isParameter(expression.operand, search)) search.classes.add("empty");
  if (expression.kind === "boolean") {
    const isTested = expression.operands.some((operand) => isParameter(operand, search));
    if (isTested) search.classes.add("empty");
  }
  if (expression.kind === "call" && isAboutInput(expression, search)) {
    const names = listFreeNames(expression).map(({ name }) => name);
    if (names.includes("isinstance") && names.includes("bool")) search.classes.add("bool");
  }
  for (const child of listChildren(expression)) {
    if (!isLeftOut(child, expression)) visit(child, search);
  }
}

/** `a is None or …` speaks of all cases but None, while `a is not None or …` speaks of None. */
function isLeftOut(child: PythonExpression, parent: PythonExpression): boolean {
  const isAlternative = parent.kind === "boolean" && parent.operator === "or";
  if (!isAlternative || child.kind !== "comparison") return false;
  return child.operators.every((operator) => operator === "==" || operator === "is");
}

function isLengthCall(expression: PythonExpression): boolean {
  return (
    expression.kind === "call" &&
    expression.callee.kind === "name" &&
    expression.callee.name === "len"
  );
}

/** The parameter itself, its length or a part of it, and no arithmetic with it. */
function isPlainInput(expression: PythonExpression, search: Search): boolean {
  const isPlain = ["name", "call", "attribute", "subscript"].includes(expression.kind);
  return isPlain && isAboutInput(expression, search);
}

/** It uses a parameter and says nothing of the result. */
function isAboutInput(expression: PythonExpression, { parameters }: Search): boolean {
  const names = listFreeNames(expression).map(({ name }) => name);
  return names.some((name) => parameters.has(name)) && !names.includes("result");
}

function isParameter(expression: PythonExpression, { parameters }: Search): boolean {
  return expression.kind === "name" && parameters.has(expression.name);
}

/** What a value stands for that a parameter is compared with. */
function classify(expression: PythonExpression, search: Search, isLength = false): void {
  const { classes } = search;
  const number = readNumber(expression);
  if (number !== null) {
    classifyNumber(number, search, isLength);
    return;
  }
  switch (expression.kind) {
    case "constant":
      classes.add(expression.value === null ? "none" : "bool");
      break;
    case "string":
      if (expression.value === "") classes.add("empty");
      break;
    case "list":
    case "tuple":
    case "set":
      classifyItems(expression.elements, search);
      break;
    case "dict":
      classifyItems(
        expression.entries.map(({ value }) => value),
        search,
      );
      break;
    default:
      break;
  }
}

function classifyNumber(number: number, { thresholds, classes }: Search, isLength: boolean): void {
  if (number === 0) classes.add(isLength ? "empty" : "zero");
  if (number === 1 && isLength) classes.add("single element");
  if (number < 0) classes.add("negative");
  for (const threshold of thresholds) {
    const distance = number - threshold;
    if (Math.abs(distance) > 1) continue;
    const side = distance < 0 ? "below" : distance > 0 ? "above" : "on it";
    classes.add(`threshold ${threshold}: ${side}`);
  }
}

function classifyItems(items: readonly PythonExpression[], search: Search): void {
  if (items.length === 0) search.classes.add("empty");
  if (items.length === 1) search.classes.add("single element");
  const values = items.map((item) => JSON.stringify(item, withoutPlace));
  if (new Set(values).size < values.length) search.classes.add("duplicates");
  for (const item of items) classify(item, search);
}

function withoutPlace(key: string, value: unknown): unknown {
  return key === "start" || key === "end" ? undefined : value;
}

function readNumber(expression: PythonExpression): number | null {
  if (expression.kind === "number") return expression.value;
  if (expression.kind !== "unary" || expression.operator !== "-") return null;
  const inner = readNumber(expression.operand);
  return inner === null ? null : -inner;
}
