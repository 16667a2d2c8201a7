import type { PythonExpression } from "./python-expression.ts";

const NONE: readonly PythonExpression[] = [];

/** The expressions directly inside an expression, in the order of the source. */
export function listChildren(expression: PythonExpression): readonly PythonExpression[] {
  switch (expression.kind) {
    case "name":
    case "number":
    case "constant":
      return NONE;
    case "string":
      return expression.fields;
    case "comparison":
    case "boolean":
      return expression.operands;
    case "unary":
      return [expression.operand];
    case "binary":
      return [expression.left, expression.right];
    case "call":
      return expression.keywords.length === 0
        ? [expression.callee, ...expression.positional]
        : [
            expression.callee,
            ...expression.positional,
            ...expression.keywords.map(({ value }) => value),
          ];
    case "attribute":
      return [expression.object];
    case "subscript":
      return [expression.object, ...expression.indices];
    case "slice":
      return [expression.lower, expression.upper, expression.step].filter((part) => part !== null);
    case "list":
    case "tuple":
    case "set":
      return expression.elements;
    case "dict":
      return expression.entries.flatMap(({ key, value }) => [key, value]);
    case "conditional":
      return [expression.yes, expression.test, expression.no];
    case "lambda":
      return [expression.body];
    case "named":
      return [expression.value];
    case "comprehension":
    case "other":
      return expression.children;
  }
}
