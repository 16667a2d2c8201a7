import { parseComprehension } from "./parse-comprehension.ts";
import { parseString } from "./parse-string.ts";
import type { PythonExpression } from "./python-expression.ts";
import type { PythonParser } from "./python-parser.ts";

const CONSTANTS = new Map<string, true | false | null>([
  ["None", null],
  ["True", true],
  ["False", false],
]);

/** A name, literal, or anything in brackets. */
export function parseAtom(parser: PythonParser): PythonExpression {
  const { start, kind, text } = parser.scanner;
  switch (kind) {
    case "name":
      parser.scanner.advance();
      return parser.finish(start, { kind: "name", name: text });
    case "number":
      return parseNumber(parser);
    case "string":
      return parseString(parser);
    case "keyword":
      return parseConstant(parser);
    case "operator":
      if (text === "(") return parseParenthesis(parser);
      if (text === "[") return parseList(parser);
      if (text === "{") return parseBraces(parser);
      if (parser.takeIf("...")) return parser.finish(start, { kind: "other", children: [] });
      break;
    default:
  }
  parser.failHere();
  return parser.finish(start, { kind: "other", children: [] });
}

function parseConstant(parser: PythonParser): PythonExpression {
  const { start, text } = parser.scanner;
  const value = CONSTANTS.get(text);
  if (value === undefined) parser.failHere();
  else parser.scanner.advance();
  return parser.finish(start, { kind: "constant", value: value ?? null });
}

function parseNumber(parser: PythonParser): PythonExpression {
  const { start, end } = parser.scanner;
  const text = parser.source.slice(start, end).replaceAll("_", "");
  parser.scanner.advance();
  const isBased = /^0[xob]/i.test(text);
  if (!isBased && /j$/i.test(text)) return parser.finish(start, { kind: "other", children: [] });
  const isFloat = !isBased && /[.e]/i.test(text);
  return parser.finish(start, { kind: "number", value: Number(text), isFloat });
}

function parseParenthesis(parser: PythonParser): PythonExpression {
  const { start } = parser.scanner;
  parser.scanner.advance();
  if (parser.takeIf(")")) return parser.finish(start, { kind: "tuple", elements: [] });
  const isUnpacked = parser.isAt("*");
  const first = parseElement(parser);
  if (parser.isAt("for")) return closeComprehension(parser, [first], start, ")");
  if (!isUnpacked && parser.takeIf(")")) return first;
  if (isUnpacked && !parser.isAt(",")) parser.expect(",");
  const elements = parseRest(parser, first, ")");
  return parser.finish(start, { kind: "tuple", elements });
}

function parseList(parser: PythonParser): PythonExpression {
  const { start } = parser.scanner;
  parser.scanner.advance();
  if (parser.takeIf("]")) return parser.finish(start, { kind: "list", elements: [] });
  const first = parseElement(parser);
  if (parser.isAt("for")) return closeComprehension(parser, [first], start, "]");
  return parser.finish(start, { kind: "list", elements: parseRest(parser, first, "]") });
}

function parseBraces(parser: PythonParser): PythonExpression {
  const { start } = parser.scanner;
  parser.scanner.advance();
  if (parser.takeIf("}")) return parser.finish(start, { kind: "dict", entries: [] });
  if (parser.isAt("**")) return parseDict(parser, start, null);
  const first = parseElement(parser);
  if (parser.isAt(":")) return parseDict(parser, start, first);
  if (parser.isAt("for")) return closeComprehension(parser, [first], start, "}");
  return parser.finish(start, { kind: "set", elements: parseRest(parser, first, "}") });
}

function parseDict(
  parser: PythonParser,
  start: number,
  firstKey: PythonExpression | null,
): PythonExpression {
  const entries: { key: PythonExpression; value: PythonExpression }[] = [];
  const unpacked: PythonExpression[] = [];
  let key = firstKey;
  do {
    if (key === null && parser.isAt("}")) break;
    if (key === null && parser.takeIf("**")) {
      unpacked.push(parser.parseExpression());
      continue;
    }
    key ??= parser.parseExpression();
    parser.expect(":");
    const value = parser.parseExpression();
    if (parser.isAt("for")) return closeComprehension(parser, [key, value], start, "}");
    entries.push({ key, value });
    key = null;
  } while (parser.takeIf(","));
  parser.expect("}");
  if (unpacked.length === 0) return parser.finish(start, { kind: "dict", entries });
  const children = [...entries.flatMap((entry) => [entry.key, entry.value]), ...unpacked];
  return parser.finish(start, { kind: "other", children });
}

function closeComprehension(
  parser: PythonParser,
  elements: PythonExpression[],
  start: number,
  bracket: string,
): PythonExpression {
  const comprehension = parseComprehension(parser, elements, start);
  parser.expect(bracket);
  return { ...comprehension, end: parser.scanner.previousEnd };
}

/** An unpacked element is of kind `other`. */
function parseElement(parser: PythonParser): PythonExpression {
  const { start } = parser.scanner;
  if (!parser.takeIf("*")) return parser.parseNamed();
  return parser.finish(start, { kind: "other", children: [parser.parseBinary(0)] });
}

function parseRest(
  parser: PythonParser,
  first: PythonExpression,
  bracket: string,
): PythonExpression[] {
  const elements = [first];
  while (parser.takeIf(",") && !parser.isAt(bracket) && parser.failure === null) {
    elements.push(parseElement(parser));
  }
  parser.expect(bracket);
  return elements;
}
