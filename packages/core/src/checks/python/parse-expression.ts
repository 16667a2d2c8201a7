import { describeFailure } from "./describe-failure.ts";
import { PythonParser } from "./python-parser.ts";
import { remember } from "./remember.ts";
import type { ParsedPython, PythonExpression } from "./python-expression.ts";

const MAX_LENGTH = 10_000;
const rememberParsed = remember<ParsedPython>();

/**
 * Parses a Python expression by Python's own grammar: all of the source must be one expression.
 * Never throws. An expression that is very long or deep is refused, with a message that says so.
 */
export function parseExpression(source: string): ParsedPython {
  return rememberParsed(source, () => parseWhole(source));
}

function parseWhole(source: string): ParsedPython {
  if (source.length > MAX_LENGTH) {
    return { ok: false, offset: MAX_LENGTH, message: "is too long to be checked" };
  }
  const start = source.length - source.trimStart().length;
  const parser = new PythonParser(source, start, Math.max(start, source.trimEnd().length));
  const expression = parser.parseExpressions();
  if (parser.scanner.kind !== "end" || parser.scanner.start < parser.limit) parser.failHere();
  if (parser.failure === null) return { ok: true, expression };
  const { offset, problem } = parser.failure;
  return { ok: false, offset, message: describeFailure(problem, source, offset) };
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
