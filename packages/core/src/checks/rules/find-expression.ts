import { listChildren } from "../python/list-children.ts";
import type { PythonExpression } from "../python/python-expression.ts";

/** The first part of an expression, itself included, for which `matches` holds. */
export function findExpression<Found extends PythonExpression>(
  expression: PythonExpression,
  matches: (part: PythonExpression) => part is Found,
): Found | null;
export function findExpression(
  expression: PythonExpression,
  matches: (part: PythonExpression) => boolean,
): PythonExpression | null;
export function findExpression(
  expression: PythonExpression,
  matches: (part: PythonExpression) => boolean,
): PythonExpression | null {
  if (matches(expression)) return expression;
  for (const child of listChildren(expression)) {
    const found = findExpression(child, matches);
    if (found !== null) return found;
  }
  return null;
}
