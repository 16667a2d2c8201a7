import type { PythonExpression } from "./python-expression.ts";
import type { PythonParser } from "./python-parser.ts";

/** The clauses `for … in … if …` after the element of a comprehension, which is already read. */
export function parseComprehension(
  parser: PythonParser,
  elements: PythonExpression[],
  start: number,
): PythonExpression {
  const targets: string[] = [];
  const children = [...elements];
  while (parser.takeIf("for")) {
    children.push(...parseTargets(parser, targets));
    parser.expect("in");
    children.push(parser.parseDisjunction());
    while (parser.takeIf("if")) children.push(parser.parseDisjunction());
  }
  return parser.finish(start, { kind: "comprehension", targets, children });
}

/** Adds the names that are bound, and gives what is used to find the place of the others. */
function parseTargets(parser: PythonParser, targets: string[]): PythonExpression[] {
  const used: PythonExpression[] = [];
  do {
    if (parser.isAt("in")) break;
    parser.takeIf("*");
    used.push(...collectTargets(parser.parseBinary(0), targets));
  } while (parser.takeIf(","));
  return used;
}

function collectTargets(target: PythonExpression, targets: string[]): PythonExpression[] {
  switch (target.kind) {
    case "name":
      targets.push(target.name);
      return [];
    case "tuple":
    case "list":
      return target.elements.flatMap((element) => collectTargets(element, targets));
    case "other":
      return target.children.flatMap((child) => collectTargets(child, targets));
    default:
      return [target];
  }
}
