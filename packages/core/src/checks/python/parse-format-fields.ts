import type { PythonExpression } from "./python-expression.ts";
import type { PythonParser } from "./python-parser.ts";

/** The expressions in the braces of a formatted string whose text is between two offsets. */
export function parseFormatFields(
  outer: PythonParser,
  start: number,
  end: number,
): PythonExpression[] {
  const { source } = outer;
  const fields: PythonExpression[] = [];
  let at = start;
  while (at < end && outer.failure === null) {
    const character = source.charAt(at);
    if (character === "{" && source.charAt(at + 1) !== "{") {
      at = parseField(outer, at + 1, end, fields);
    } else {
      at += character === "{" ? 2 : 1;
    }
  }
  return fields;
}

/** Reads one field and gives the offset after it; a format after `:` may hold further fields. */
function parseField(
  outer: PythonParser,
  start: number,
  end: number,
  fields: PythonExpression[],
): number {
  const parser = outer.startInside(start, end);
  fields.push(parser.parseExpressions());
  parser.takeIf("=");
  if (parser.takeIf("!")) parser.takeName();
  if (!parser.isAt("}") && !parser.isAt(":")) parser.failHere();
  outer.failure ??= parser.failure;
  if (outer.failure !== null) outer.scanner.stop();
  return parser.scanner.start + 1;
}
