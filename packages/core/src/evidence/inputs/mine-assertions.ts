import { listChildren } from "../../checks/python/list-children.ts";
import { listFreeNames } from "../../checks/python/list-free-names.ts";
import { parseExpression } from "../../checks/python/parse-expression.ts";
import type { PythonExpression } from "../../checks/python/python-expression.ts";
import { type InputMaterial, listLengths, listNeighbours } from "./input-material.ts";

/** Names that an input may use: they make plain values and do nothing else. */
const MAKERS = new Set(
  "abs bool bytearray bytes chr complex dict float frozenset int len list max min ord range repr reversed round set sorted str sum tuple".split(
    " ",
  ),
);
const EQUALITIES = new Set(["==", "!=", "is", "is not"]);
const ORDERS = new Set(["<", "<=", ">", ">="]);
const MEMBERSHIPS = new Set(["in", "not in"]);
const MAX_TEXT_LENGTH = 60;
const MAX_DEPTH = 40;

export interface MinedAssertions {
  /** For each assertion that names values of parameters: those values, by parameter. */
  cases: Map<string, string[]>[];
  /** What the assertions say about single parameters. */
  byParameter: Map<string, InputMaterial>;
  /** Text constants of all predicates. */
  texts: string[];
}

/** The inputs that the assertions talk about: `n != 3 or result == 'few'` is about n = 3. */
export function mineAssertions(predicates: readonly string[], parameters: readonly string[]) {
  const mined: MinedAssertions = { cases: [], byParameter: new Map(), texts: [] };
  for (const name of parameters) {
    mined.byParameter.set(name, { numbers: [], lengths: [], texts: [] });
  }
  for (const predicate of predicates) {
    const parsed = parseExpression(predicate);
    if (!parsed.ok) continue;
    const values = new Map<string, string[]>();
    visit(parsed.expression, { source: predicate, mined, values }, 0);
    if (values.size > 0) mined.cases.push(values);
  }
  return mined;
}

interface Place {
  source: string;
  mined: MinedAssertions;
  values: Map<string, string[]>;
}

function visit(expression: PythonExpression, place: Place, depth: number) {
  if (depth > MAX_DEPTH) return;
  if (expression.kind === "comparison") readComparison(expression, place);
  if (isPlainText(expression)) place.mined.texts.push(expression.value);
  for (const child of listChildren(expression)) visit(child, place, depth + 1);
}

function isPlainText(
  expression: PythonExpression,
): expression is PythonExpression & { kind: "string" } {
  return (
    expression.kind === "string" &&
    !expression.isBytes &&
    !expression.isFormatted &&
    expression.value.length <= MAX_TEXT_LENGTH
  );
}

function readComparison(comparison: PythonExpression & { kind: "comparison" }, place: Place) {
  comparison.operators.forEach((operator, index) => {
    const left = comparison.operands[index];
    const right = comparison.operands[index + 1];
    if (left === undefined || right === undefined) return;
    readPair(left, operator, right, place);
    if (!MEMBERSHIPS.has(operator)) readPair(right, operator, left, place);
  });
}

function readPair(
  subject: PythonExpression,
  operator: string,
  value: PythonExpression,
  place: Place,
) {
  const number = readNumber(value);
  const measured = readMeasured(subject);
  if (measured !== null) {
    const lengths = place.mined.byParameter.get(measured)?.lengths;
    if (number !== null) lengths?.push(...listLengths(number));
    return;
  }
  if (subject.kind !== "name" || !place.mined.byParameter.has(subject.name)) return;
  if (ORDERS.has(operator) && number !== null) {
    const spelling = place.source.slice(value.start, value.end);
    const numbers = place.mined.byParameter.get(subject.name)?.numbers;
    numbers?.push(...listNeighbours(number, spelling));
  }
  if (EQUALITIES.has(operator)) addValue(subject.name, value, place);
  if (MEMBERSHIPS.has(operator) && "elements" in value) {
    for (const element of value.elements) addValue(subject.name, element, place);
  }
}

function addValue(parameter: string, value: PythonExpression, { source, mined, values }: Place) {
  const isMaker = (name: string) => MAKERS.has(name) && !mined.byParameter.has(name);
  if (!listFreeNames(value).every(({ name }) => isMaker(name))) return;
  const known = values.get(parameter) ?? [];
  const text = source.slice(value.start, value.end);
  values.set(parameter, known.includes(text) ? known : [...known, text]);
}

/** The parameter `x` of `len(x)`. */
function readMeasured(expression: PythonExpression): string | null {
  if (expression.kind !== "call" || expression.callee.kind !== "name") return null;
  const argument = expression.positional[0];
  return expression.callee.name === "len" && argument?.kind === "name" ? argument.name : null;
}

function readNumber(expression: PythonExpression): number | null {
  if (expression.kind === "number") return expression.value;
  if (expression.kind !== "unary" || expression.operator !== "-") return null;
  return expression.operand.kind === "number" ? -expression.operand.value : null;
}
