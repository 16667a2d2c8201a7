import { listChildren } from "./list-children.ts";
import type { PythonExpression } from "./python-expression.ts";

/**
 * One spelling for equal expressions, whatever their white space, quotes and brackets. It is a key
 * for comparing and close to Python, but not meant to be parsed.
 */
export function writeExpression(expression: PythonExpression): string {
  switch (expression.kind) {
    case "name":
      return expression.name;
    case "number":
      return expression.isFloat && Number.isInteger(expression.value)
        ? `${expression.value}.0`
        : String(expression.value);
    case "string":
      return `${expression.isBytes ? "b" : ""}${JSON.stringify(expression.value)}`;
    case "constant":
      return { true: "True", false: "False", null: "None" }[String(expression.value)] ?? "None";
    case "comparison":
      return expression.operands
        .map(
          (operand, at) =>
            (at === 0 ? "" : ` ${expression.operators[at - 1]} `) + writeExpression(operand),
        )
        .join("");
    case "call": {
      const keywords = expression.keywords.map(
        ({ name, value }) => `${name}=${writeExpression(value)}`,
      );
      const positional = expression.positional.map(writeExpression);
      return `${writeExpression(expression.callee)}(${[...positional, ...keywords].join(", ")})`;
    }
    case "attribute":
      return `${writeExpression(expression.object)}.${expression.name}`;
    case "subscript":
      return `${writeExpression(expression.object)}[${writeAll(expression.indices)}]`;
    case "list":
      return `[${writeAll(expression.elements)}]`;
    case "tuple":
      return `(${writeAll(expression.elements)})`;
    case "dict":
      return `{${expression.entries.map(({ key, value }) => `${writeExpression(key)}: ${writeExpression(value)}`).join(", ")}}`;
    case "unary":
      return `(${expression.operator} ${writeExpression(expression.operand)})`;
    case "binary":
      return `(${writeExpression(expression.left)} ${expression.operator} ${writeExpression(expression.right)})`;
    case "boolean":
      return `(${expression.operands.map(writeExpression).join(` ${expression.operator} `)})`;
    case "slice":
      return [expression.lower, expression.upper, expression.step]
        .map((part) => (part === null ? "" : writeExpression(part)))
        .join(":");
    case "comprehension":
      return `for ${expression.targets.join(", ")}(${writeAll(listChildren(expression))})`;
    default:
      return `${expression.kind}(${writeAll(listChildren(expression))})`;
  }
}

function writeAll(expressions: readonly PythonExpression[]): string {
  return expressions.map(writeExpression).join(", ");
}
