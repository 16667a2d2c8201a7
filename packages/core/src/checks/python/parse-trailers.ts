import { parseComprehension } from "./parse-comprehension.ts";
import type { PythonExpression } from "./python-expression.ts";
import type { PythonParser } from "./python-parser.ts";

/** The calls, subscripts and attributes that follow an atom; in prose they touch it. */
export function parseTrailers(
  parser: PythonParser,
  atom: PythonExpression,
  start: number,
): PythonExpression {
  let object = atom;
  for (;;) {
    if (parser.isProse && !isTouching(parser)) return object;
    if (parser.takeIf("(")) object = parseCall(parser, object, start);
    else if (parser.takeIf("[")) object = parseSubscript(parser, object, start);
    else if (parser.takeIf(".")) {
      const name = parser.takeName();
      object = parser.finish(start, { kind: "attribute", object, name });
    } else return object;
  }
}

/** In a sentence `text. Then` and `value (a number)` are no attribute and no call. */
function isTouching({ scanner, source }: PythonParser): boolean {
  if (scanner.start !== scanner.previousEnd) return false;
  return scanner.text !== "." || /[\p{ID_Start}_]/u.test(source.charAt(scanner.end));
}

function parseCall(parser: PythonParser, callee: PythonExpression, start: number) {
  const positional: PythonExpression[] = [];
  const keywords: { name: string; value: PythonExpression }[] = [];
  while (!parser.isAt(")") && parser.failure === null) {
    const argumentStart = parser.scanner.start;
    const isUnpacked = parser.isAt("*") || parser.isAt("**");
    const value = parseArgument(parser);
    if (value.kind === "name" && parser.takeIf("=")) {
      keywords.push({ name: value.name, value: parser.parseExpression() });
    } else if (parser.isAt("for")) {
      positional.push(parseComprehension(parser, [value], argumentStart));
      const isAlone = positional.length === 1 && keywords.length === 0;
      if (!isAlone || !parser.isAt(")")) parser.failHere();
    } else {
      if (keywords.length > 0 && !isUnpacked) parser.failHere();
      positional.push(value);
    }
    if (!parser.takeIf(",")) break;
  }
  parser.expect(")");
  return parser.finish(start, { kind: "call", callee, positional, keywords });
}

function parseArgument(parser: PythonParser): PythonExpression {
  const { start } = parser.scanner;
  if (!parser.takeIf("*") && !parser.takeIf("**")) return parser.parseNamed();
  return parser.finish(start, { kind: "other", children: [parser.parseExpression()] });
}

function parseSubscript(parser: PythonParser, object: PythonExpression, start: number) {
  const indices: PythonExpression[] = [];
  do {
    if (parser.isAt("]") && indices.length > 0) break;
    indices.push(parseIndex(parser));
  } while (parser.takeIf(","));
  parser.expect("]");
  return parser.finish(start, { kind: "subscript", object, indices });
}

function parseIndex(parser: PythonParser): PythonExpression {
  const { start } = parser.scanner;
  if (parser.isAt("*")) return parseArgument(parser);
  const lower = parser.isAt(":") ? null : parser.parseNamed();
  if (!parser.takeIf(":")) return lower ?? parser.finish(start, { kind: "other", children: [] });
  const upper = parser.isAtExpression() ? parser.parseExpression() : null;
  const step = parser.takeIf(":") && parser.isAtExpression() ? parser.parseExpression() : null;
  return parser.finish(start, { kind: "slice", lower, upper, step });
}
