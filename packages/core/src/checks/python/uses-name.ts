import { listChildren } from "./list-children.ts";
import { listFreeNames } from "./list-free-names.ts";
import type { PythonExpression } from "./python-expression.ts";

/** Whether an expression uses a name that it does not bind itself. */
export function usesName(expression: PythonExpression, name: string): boolean {
  // Where the name does not stand at all, it need not be asked what is bound.
  return (
    mentionsName(expression, name) && listFreeNames(expression).some((used) => used.name === name)
  );
}

function mentionsName(expression: PythonExpression, name: string): boolean {
  if (expression.kind === "name") return expression.name === name;
  return listChildren(expression).some((child) => mentionsName(child, name));
}
