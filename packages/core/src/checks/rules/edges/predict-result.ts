import type { CheckSubject } from "../../check-subject.ts";
import type { EffectBranch } from "../../effects/read-effect.ts";
import { listFreeNames } from "../../python/list-free-names.ts";
import type { PythonExpression } from "../../python/python-expression.ts";
import type { PatchStep, QuickFix } from "../../quick-fix.ts";

/** What the effects return when one quantity, such as `x` or `len(text)`, has a value. */
interface Prediction {
  /** The quantity as the effects write it. */
  quantity: string;
  /** The result as Python writes it. */
  result: string;
}

/**
 * Follows a plain chain of effects, each "If <comparison>, return LITERAL …", for one value of
 * `quantity`.
 *
 * @returns null unless every step up to the result is sure
 */
export function predictResult(
  subject: CheckSubject,
  quantity: string,
  value: number,
): Prediction | null {
  for (const effect of subject.effects) {
    for (const branch of effect.branches) {
      const holds = decide(branch, effect.text, quantity, value);
      if (holds === null) return null;
      if (!holds) continue;
      const literal = branch.result?.kind === "literal" ? branch.result.expression : null;
      if (literal === null || !isPlain(literal)) return null;
      return { quantity, result: effect.text.slice(literal.start, literal.end) };
    }
    if (effect.branches.length === 0) return null;
  }
  return null;
}

/** The quantity of the effects that is compared with `value`, if it depends on parameters alone. */
export function findQuantity(subject: CheckSubject, value: number): string | null {
  const parameters = new Set(subject.ir.signature.parameters.map(({ name }) => name));
  const allowed = new Set([...parameters, "len"]);
  for (const { text, branches } of subject.effects) {
    for (const { condition } of branches) {
      const test = condition?.expression;
      if (test?.kind !== "comparison" || condition?.isInLoop === true) continue;
      if (!test.operands.some((operand) => readNumber(operand) === value)) continue;
      const other = test.operands.find((operand) => readNumber(operand) === null);
      if (other === undefined) continue;
      const isKnown = listFreeNames(other).every(({ name }) => allowed.has(name));
      const source = text.slice(other.start, other.end);
      if (isKnown && /^(?:\w+|len\(\w+\))$/.test(source)) return source;
    }
  }
  return null;
}

/** An assertion for the value, in words for its rationale. */
export function assertPrediction(
  { quantity, result }: Prediction,
  value: number,
  rationale: string,
): QuickFix {
  const isConstant = result === "None" || result === "True" || result === "False";
  const predicate = `${quantity} != ${value} or result ${isConstant ? "is" : "=="} ${result}`;
  const step: PatchStep = { op: "add", path: "/assertions/-", value: { predicate, rationale } };
  return { title: `Add the assertion ${predicate}`, patch: [step] };
}

function decide(
  { condition }: EffectBranch,
  text: string,
  quantity: string,
  value: number,
): boolean | null {
  if (condition === null || condition.isOtherwise) return true;
  const test = condition.expression;
  if (test?.kind !== "comparison" || condition.isInLoop) return null;
  const values = test.operands.map((operand) =>
    text.slice(operand.start, operand.end) === quantity ? value : readNumber(operand),
  );
  let holds = true;
  for (const [index, operator] of test.operators.entries()) {
    const left = values[index] ?? null;
    const right = values[index + 1] ?? null;
    const part = left === null || right === null ? null : compare(left, operator, right);
    if (part === null) return null;
    holds &&= part;
  }
  return holds;
}

function compare(left: number, operator: string, right: number): boolean | null {
  switch (operator) {
    case "<":
      return left < right;
    case "<=":
      return left <= right;
    case ">":
      return left > right;
    case ">=":
      return left >= right;
    case "==":
      return left === right;
    case "!=":
      return left !== right;
    default:
      return null;
  }
}

/** A number or its negative; null for everything else. */
export function readNumber(expression: PythonExpression): number | null {
  if (expression.kind === "number") return expression.value;
  if (expression.kind !== "unary" || expression.operator !== "-") return null;
  return expression.operand.kind === "number" ? -expression.operand.value : null;
}

function isPlain(expression: PythonExpression): boolean {
  const isScalar = ["string", "constant", "number"].includes(expression.kind);
  return isScalar || readNumber(expression) !== null;
}
