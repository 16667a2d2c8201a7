import { PythonParser } from "./python-parser.ts";
import type { ParsedPython, PythonExpression } from "./python-expression.ts";

const MAX_LENGTH = 10_000;
const MAX_REMEMBERED = 1_000;
const MAX_REMEMBERED_LENGTH = 500;

/** While a person types, all expressions but one stay as they are. */
const remembered = new Map<string, ParsedPython>();

/**
 * Parses a Python expression by Python's own grammar: all of the source must be one expression.
 * Never throws. An expression that is very long or deep is refused, with a message that says so.
 */
export function parseExpression(source: string): ParsedPython {
  const known = remembered.get(source);
  if (known !== undefined) return known;
  const parsed = parseWhole(source);
  if (source.length <= MAX_REMEMBERED_LENGTH) {
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    remembered.set(source, parsed);
  }
  return parsed;
}

function parseWhole(source: string): ParsedPython {
  if (source.length > MAX_LENGTH) {
    return { ok: false, offset: MAX_LENGTH, message: "is too long to be checked" };
  }
  const start = source.length - source.trimStart().length;
  const parser = new PythonParser(source, start, Math.max(start, source.trimEnd().length));
  const expression = parser.parseExpressions();
  if (parser.scanner.kind !== "end" || parser.scanner.start < parser.limit) parser.failHere();
  return parser.failure === null ? { ok: true, expression } : { ok: false, ...parser.failure };
}

/**
 * The longest comparison, sum or value that starts at an offset of an English sentence, or null when
 * none does. The marker LITERAL before a value is skipped; `and`, `or` and `not` are left to the
 * reader of the sentence.
 */
export function parseExpressionAt(text: string, offset: number): PythonExpression | null {
  const limit = Math.min(text.length, offset + MAX_LENGTH);
  const parser = new PythonParser(text, offset, limit, 0, true);
  const expression = parser.parseComparison();
  return parser.failure === null ? expression : null;
}
