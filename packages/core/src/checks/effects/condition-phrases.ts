import type { PythonExpression, Span } from "../python/python-expression.ts";

type Build = (subject: PythonExpression, value: PythonExpression, span: Span) => PythonExpression;

export interface ConditionPhrase {
  pattern: RegExp;
  /** The words of `readLead` with which the phrase may begin. */
  leads: ReadonlySet<string>;
  /** Whether a value follows the phrase. */
  hasValue: boolean;
  build: Build;
}

const LEADS = ["is", "has", "exceeds", "equals", "does", "differs"];
const LEAD = /\s+(?:(is|are|was|be)|(has|have|contains)|(exceeds|equals|does|differs))\s/iy;

const NUMBER_OF = String.raw`(?:\s+has|\s+have|\s+contains)\s+`;
const IS = String.raw`\s+(?:is|are|was|be)\s+`;
const TYPES = "bool|int|float|str|list|dict|tuple|set|bytes|complex";

const MORE = String.raw`(?:more|greater|larger|bigger|higher|longer) than|above|over`;
const LESS = String.raw`(?:less|fewer|smaller|lower|shorter) than|below|under`;
const AT_LEAST = String.raw`at least|(?:greater than|more than|larger than) or equal to|no(?:t)? (?:less|fewer) than`;
const AT_MOST = String.raw`at most|(?:less than|fewer than|smaller than) or equal to|no(?:t)? more than`;

/** What may be said of a subject, the longer phrases first. */
export const CONDITION_PHRASES: readonly ConditionPhrase[] = [
  ...[IS, NUMBER_OF].flatMap((lead) =>
    (
      [
        [AT_LEAST, ">="],
        [AT_MOST, "<="],
        [MORE, ">"],
        [LESS, "<"],
        ["exactly|equal to", "=="],
      ] as const
    ).map(([words, operator]) =>
      withValue(`${lead}(?:${words})\\s+`, (subject, value, span) =>
        compare(lead === IS ? subject : callLength(subject, span), operator, value, span),
      ),
    ),
  ),
  withValue(String.raw`\s+exceeds\s+`, (subject, value, span) =>
    compare(subject, ">", value, span),
  ),
  withValue(String.raw`\s+(?:equals|is equal to)\s+`, (subject, value, span) =>
    compare(subject, "==", value, span),
  ),
  withValue(
    String.raw`\s+(?:does not equal|is not equal to|differs from)\s+`,
    (subject, value, span) => compare(subject, "!=", value, span),
  ),
  withValue(
    String.raw`${IS}(?:a key (?:of|in)|an? (?:element|item|member|entry) of|one of|present in)\s+`,
    (subject, value, span) => compare(subject, "in", value, span),
  ),
  withValue(
    String.raw`${IS}not (?:a key (?:of|in)|an? (?:element|item|member|entry) of|one of|present in|in)\s+`,
    (subject, value, span) => compare(subject, "not in", value, span),
  ),
  alone(`${IS}not empty|${IS}non-?empty`, (subject, span) =>
    compare(callLength(subject, span), ">", makeNumber(0, span), span),
  ),
  alone(String.raw`${IS}empty|\s+has no (?:\w+)`, (subject, span) =>
    compare(callLength(subject, span), "==", makeNumber(0, span), span),
  ),
  alone(`${IS}negative`, (subject, span) => compare(subject, "<", makeNumber(0, span), span)),
  alone(`${IS}not negative|${IS}non-?negative`, (subject, span) =>
    compare(subject, ">=", makeNumber(0, span), span),
  ),
  alone(`${IS}not positive|${IS}non-?positive`, (subject, span) =>
    compare(subject, "<=", makeNumber(0, span), span),
  ),
  alone(`${IS}positive`, (subject, span) => compare(subject, ">", makeNumber(0, span), span)),
  alone(`${IS}(?:zero)`, (subject, span) => compare(subject, "==", makeNumber(0, span), span)),
  alone(`${IS}NaN`, (subject, span) => compare(subject, "!=", subject, span)),
  alone(`${IS}true`, (subject) => subject),
  alone(`${IS}(?:false|not true)`, (subject, span) => negate(subject, span)),
  alone(`${IS}even`, (subject, span) => compareRemainder(subject, 0, span)),
  alone(`${IS}odd`, (subject, span) => compareRemainder(subject, 1, span)),
  ...TYPES.split("|").map((type) =>
    alone(`${IS}(?:an?|of type|an instance of) ${type}`, (subject, span) =>
      callIsInstance(subject, type, span),
    ),
  ),
];

function withValue(pattern: string, build: Build): ConditionPhrase {
  return { pattern: new RegExp(pattern, "iy"), leads: listLeads(pattern), hasValue: true, build };
}

function alone(
  pattern: string,
  build: (subject: PythonExpression, span: Span) => PythonExpression,
): ConditionPhrase {
  return {
    leads: listLeads(pattern),
    pattern: new RegExp(String.raw`(?:${pattern})(?![\w(.])|(?:${pattern})(?=\.(?:\s|$))`, "iy"),
    hasValue: false,
    build: (subject, _, span) => build(subject, span),
  };
}

function listLeads(pattern: string): ReadonlySet<string> {
  return new Set(LEADS.filter((lead) => new RegExp(String.raw`\b${lead}\b`).test(pattern)));
}

/** The kind of verb with which every phrase begins, at an offset; null when none stands there. */
export function readLead(text: string, at: number): string | null {
  LEAD.lastIndex = at;
  const found = LEAD.exec(text);
  if (found === null) return null;
  if (found[1] !== undefined) return "is";
  return found[2] === undefined ? (found[3]?.toLowerCase() ?? null) : "has";
}

export function compare(
  left: PythonExpression,
  operator: string,
  right: PythonExpression,
  span: Span,
): PythonExpression {
  return { ...span, kind: "comparison", operands: [left, right], operators: [operator] };
}

export function callLength(subject: PythonExpression, span: Span): PythonExpression {
  return makeCall("len", [subject], span);
}

function callIsInstance(subject: PythonExpression, type: string, span: Span): PythonExpression {
  return makeCall("isinstance", [subject, makeName(type, span)], span);
}

function makeCall(name: string, positional: PythonExpression[], span: Span): PythonExpression {
  return { ...span, kind: "call", callee: makeName(name, span), positional, keywords: [] };
}

function makeName(name: string, { start, end }: Span): PythonExpression {
  return { start, end, kind: "name", name };
}

function makeNumber(value: number, { start, end }: Span): PythonExpression {
  return { start, end, kind: "number", value, isFloat: false };
}

export function negate(operand: PythonExpression, { start, end }: Span): PythonExpression {
  return { start, end, kind: "unary", operator: "not", operand };
}

function compareRemainder(
  left: PythonExpression,
  remainder: number,
  { start, end }: Span,
): PythonExpression {
  const right = makeNumber(2, { start, end });
  const modulo: PythonExpression = { start, end, kind: "binary", operator: "%", left, right };
  return compare(modulo, "==", makeNumber(remainder, { start, end }), { start, end });
}
