import type { PythonExpression } from "./python-expression.ts";

/** What the built-in functions give, whatever they are called with. */
const RETURNED: Record<string, string> = {
  len: "int",
  int: "int",
  float: "float",
  str: "str",
  repr: "str",
  bool: "bool",
  list: "list",
  sorted: "list",
  dict: "dict",
  set: "set",
  tuple: "tuple",
  frozenset: "frozenset",
  isinstance: "bool",
  any: "bool",
  all: "bool",
  ord: "int",
  chr: "str",
};

/** The name of the built-in type that an expression surely has, `None` included; else null. */
export function readValueType(expression: PythonExpression): string | null {
  switch (expression.kind) {
    case "number":
      return expression.isFloat ? "float" : "int";
    case "string":
      return expression.isBytes ? "bytes" : "str";
    case "constant":
      return expression.value === null ? "None" : "bool";
    case "list":
    case "tuple":
    case "set":
    case "dict":
      return expression.kind;
    case "unary":
      return expression.operator === "not" ? "bool" : readValueType(expression.operand);
    case "comparison":
      return "bool";
    case "call": {
      const { callee } = expression;
      const name = callee.kind === "name" ? callee.name : "";
      return Object.hasOwn(RETURNED, name) ? (RETURNED[name] ?? null) : null;
    }
    default:
      return null;
  }
}
