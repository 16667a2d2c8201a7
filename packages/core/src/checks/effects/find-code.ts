import { parseExpressionAt } from "../python/parse-expression.ts";
import type { PythonExpression } from "../python/python-expression.ts";
import { findQuoteEnd, isOpening } from "./split-sentences.ts";

const MINUS = 0x2d;
const CONSTANTS = new Set(["None", "True", "False"]);
const OPERATORS = "<>=!+%^|&*/-";
const OPERATOR_AFTER = /(?:[<>]=?|[=!]=|[+%^|&]|\*\*?|\/\/?|-(?=\s))(?![\w-])/y;

/** The pieces of Python in an English text: outermost expressions, in order. */
export function findCode(text: string, known: ReadonlySet<string>): PythonExpression[] {
  const found: PythonExpression[] = [];
  let at = 0;
  while (at < text.length) {
    const wordEnd = findWordEnd(text, at);
    if (wordEnd > 0 && !mayStartCode(text, at, wordEnd, known)) {
      at = wordEnd;
      continue;
    }
    if (wordEnd > 0 || isValueStart(text, at)) {
      const code = readCodeAt(text, at, known);
      if (code !== null) found.push(code);
      at = code === null ? Math.max(wordEnd, skipDigits(text, at)) : code.end;
    } else at += 1;
  }
  return found;
}

/** The longest piece of Python that starts at an offset of an English text, or null. */
export function readCodeAt(
  text: string,
  at: number,
  known: ReadonlySet<string>,
): PythonExpression | null {
  let expression = parseExpressionAt(text, at);
  while (expression !== null && !isCode(expression, text, known)) {
    expression = takeFirstPart(expression);
  }
  return expression;
}

/** The part before the first operator, where the whole reads like English: "x <= the limit". */
function takeFirstPart(expression: PythonExpression): PythonExpression | null {
  if (expression.kind === "comparison") return expression.operands[0] ?? null;
  if (expression.kind === "binary") return expression.left;
  return null;
}

/** Whether an expression that was read from English looks like Python and not like words. */
function isCode(expression: PythonExpression, text: string, known: ReadonlySet<string>): boolean {
  const isPart = (part: PythonExpression) => isCode(part, text, known);
  switch (expression.kind) {
    case "name":
      return known.has(expression.name) || expression.name.includes("_");
    case "number":
    case "string":
    case "constant":
    case "call":
    case "subscript":
    case "comprehension":
      return true;
    case "attribute":
      return isCodeAttribute(expression, known);
    case "unary":
      return expression.operator === "-" ? isPart(expression.operand) : false;
    case "binary":
      return isCodeOperation(expression, text, known);
    case "comparison":
      return isCodeComparison(expression, text, known);
    case "list":
    case "dict":
      return true;
    case "tuple":
    case "set":
      return expression.kind === "tuple" && expression.elements.every(isPart);
    default:
      return false;
  }
}

function isCodeAttribute(
  { object, name }: Extract<PythonExpression, { kind: "attribute" }>,
  known: ReadonlySet<string>,
): boolean {
  if (object.kind !== "name") return true;
  return known.has(object.name) || (object.name.length > 1 && /^[a-z_]/.test(name));
}

function isCodeOperation(
  expression: Extract<PythonExpression, { kind: "binary" }>,
  text: string,
  known: ReadonlySet<string>,
): boolean {
  const { left, right } = expression;
  const parts = [left, right].map((part) => isCode(part, text, known));
  if (parts.every(Boolean)) return true;
  // "four-digit" and "true/false" are words, "sum - value" is code.
  return parts.some(Boolean) && text.slice(left.end, right.start).includes(" ");
}

function isCodeComparison(
  { operands, operators }: Extract<PythonExpression, { kind: "comparison" }>,
  text: string,
  known: ReadonlySet<string>,
): boolean {
  const parts = operands.map((part) => isCode(part, text, known));
  if (operators.some((operator) => /^[a-z]/.test(operator))) return parts.every(Boolean);
  const last = operands.at(-1);
  // "x <= the limit" compares with words.
  return last !== undefined && (parts.at(-1) === true || !/^\s+\p{L}/u.test(text.slice(last.end)));
}

function mayStartCode(
  text: string,
  at: number,
  wordEnd: number,
  known: ReadonlySet<string>,
): boolean {
  const word = text.slice(at, wordEnd);
  if (word === "LITERAL") return false;
  if (known.has(word) || word.includes("_") || CONSTANTS.has(word)) return true;
  const next = text.charAt(wordEnd);
  if (next === "(" || next === "[") return true;
  if (next === ".") {
    const code = text.charCodeAt(wordEnd + 1);
    return isLetter(code) && code < 128;
  }
  if (next === "'" || next === '"') return /^[bruf]{1,2}$/i.test(word);
  const after = next === " " ? wordEnd + 1 : wordEnd;
  return OPERATORS.includes(text.charAt(after)) && matchAt(OPERATOR_AFTER, text, after) > 0;
}

/** End of the word at an offset; 0 when none starts there. Whatever is not ASCII is a letter. */
function findWordEnd(text: string, start: number): number {
  if (!isLetter(text.charCodeAt(start))) return 0;
  let at = start + 1;
  for (let code = text.charCodeAt(at); isLetter(code) || isDigit(code); at += 1) {
    code = text.charCodeAt(at + 1);
  }
  return at;
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code >= 128;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isValueStart(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (isDigit(code) || isOpening(code)) return true;
  if (code === MINUS) {
    return /[\s(]/.test(text.charAt(at - 1)) && /[\d(]/.test(text.charAt(at + 1));
  }
  return findQuoteEnd(text, at) > 0;
}

/** "5th" is no number, and neither is what comes after its first digit. */
function skipDigits(text: string, at: number): number {
  return Math.max(at + 1, matchAt(/[0-9][\p{L}\p{N}_]*/uy, text, at));
}

function matchAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : 0;
}
