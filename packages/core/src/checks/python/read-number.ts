import type { PythonExpression } from "./python-expression.ts";

/** The value of a number with or without a sign; null for anything else, booleans included. */
export function readNumber(expression: PythonExpression): number | null {
  if (expression.kind === "number") return expression.value;
  if (expression.kind !== "unary") return null;
  const value = readNumber(expression.operand);
  if (value === null) return null;
  if (expression.operator === "-") return -value;
  return expression.operator === "+" ? value : null;
}
