import type { PythonExpression, Span } from "../python/python-expression.ts";
import { callLength, compare, CONDITION_PHRASES, negate, readLead } from "./condition-phrases.ts";
import { readCodeAt } from "./find-code.ts";

const JOINER = /\s*,?\s*\b(and|or)\s+(?:(?:if|when|else)\s+)?/iy;
const LENGTH_OF =
  /(?:the\s+)?(?:length of|(?:total )?number of (?:characters|items|elements|entries|values|words|digits|keys) (?:of|in))\s+/iy;
const NOUN_AFTER =
  /\s+(?:characters?|items?|elements?|entries|values?|words?|letters?|digits?|keys?|long|(?:elements? )?in total)\b/iy;
const FLAG = /^(?:is|has|can|should|was|are)_/;
const BLANKS = /[\s,]*/y;
/** "If the text has …" speaks of the parameter `text`. */
const ARTICLE = /(?:the|both|either)\s+/iy;

/**
 * A condition of an English sentence as Python, or null when a part of it is not understood.
 *
 * @param known names that the sentence may use
 */
export function readCondition(
  text: string,
  { start, end }: Span,
  known: ReadonlySet<string>,
): PythonExpression | null {
  const reader = new ConditionReader(text, end, known);
  reader.at = start;
  const expression = reader.readAll();
  reader.skip(BLANKS);
  return reader.at >= end ? expression : null;
}

class ConditionReader {
  at = 0;
  private subject: PythonExpression | null = null;

  constructor(
    private readonly text: string,
    private readonly end: number,
    private readonly known: ReadonlySet<string>,
  ) {}

  /** Tests joined by `and` and `or`, of which `and` binds tighter. */
  readAll(): PythonExpression | null {
    const start = this.at;
    const groups: PythonExpression[][] = [[]];
    for (;;) {
      const test = this.readTest();
      if (test === null) return null;
      groups.at(-1)?.push(test);
      const joiner = this.match(JOINER);
      if (joiner === null) break;
      if (joiner[1]?.toLowerCase() === "or") groups.push([]);
    }
    const span = { start, end: this.at };
    return join(
      groups.flatMap((group) => join(group, "and", span) ?? []),
      "or",
      span,
    );
  }

  private readTest(): PythonExpression | null {
    const start = this.at;
    const isNegated = this.match(/not\s+/iy) !== null;
    const test = this.readPhraseOf(this.readSubject(), start) ?? this.readAgain(start);
    if (test === null || this.at > this.end) return null;
    return isNegated ? negate(test, { start, end: this.at }) : test;
  }

  private readSubject(): PythonExpression | null {
    const before = this.at;
    const hasLength = this.match(LENGTH_OF) !== null;
    if (!hasLength) this.match(ARTICLE);
    const code = readCodeAt(this.text, this.at, this.known);
    if (code === null) {
      this.at = before;
      return null;
    }
    this.at = code.end;
    return hasLength ? callLength(code, { start: before, end: code.end }) : code;
  }

  /** "n is 0 or negative": the second test has the subject of the first. */
  private readAgain(start: number): PythonExpression | null {
    const { subject } = this;
    if (subject === null) return null;
    for (const lead of [" is ", " has "]) {
      const at = start - lead.length;
      if (at < 0) continue;
      // Written over what precedes, so that every offset stays.
      const text = `${this.text.slice(0, at)}${lead}${this.text.slice(start)}`;
      const reader = new ConditionReader(text, this.end, this.known);
      reader.at = at;
      const test = reader.readPhrase(subject, start);
      if (test === null) continue;
      this.at = reader.at;
      return test;
    }
    return null;
  }

  private readPhraseOf(subject: PythonExpression | null, start: number): PythonExpression | null {
    if (subject === null) return null;
    if (subject.kind === "comparison") return this.readComparison(subject);
    this.subject = subject;
    const phrase = this.readPhrase(subject, start);
    if (phrase !== null) return phrase;
    return this.isTruthValue(subject) ? subject : null;
  }

  /** `month is 4` and "month is 4, 6 or 9" mean equality. */
  private readComparison(
    comparison: Extract<PythonExpression, { kind: "comparison" }>,
  ): PythonExpression | null {
    const [left, right, more] = comparison.operands;
    const operator = comparison.operators[0];
    if (left === undefined || right === undefined || operator === undefined) return null;
    this.subject = left;
    this.match(NOUN_AFTER);
    const isSame = operator === "is" || operator === "is not";
    if (more !== undefined || !isSame || right.kind === "constant") return comparison;
    return this.readChoices(left, right, operator === "is");
  }

  private readChoices(
    left: PythonExpression,
    first: PythonExpression,
    isSame: boolean,
  ): PythonExpression {
    const span = { start: left.start, end: first.end };
    const elements = [first];
    for (;;) {
      const before = this.at;
      const separator = this.match(/\s*(?:,\s*(?:or\s+)?|\s+or\s+)(?=[-\d'"]|LITERAL)/iy);
      const next = separator === null ? null : readCodeAt(this.text, this.at, this.known);
      if (next === null || next.end > this.end || !isPlainValue(next)) {
        this.at = before;
        break;
      }
      elements.push(next);
      this.at = next.end;
    }
    if (elements.length === 1) return compare(left, isSame ? "==" : "!=", first, span);
    const end = elements.at(-1)?.end ?? span.end;
    const choices: PythonExpression = { start: first.start, end, kind: "tuple", elements };
    return compare(left, isSame ? "in" : "not in", choices, { start: span.start, end });
  }

  readPhrase(subject: PythonExpression, start: number): PythonExpression | null {
    const lead = readLead(this.text, this.at);
    if (lead === null) return null;
    for (const { pattern, leads, hasValue, build } of CONDITION_PHRASES) {
      if (!leads.has(lead)) continue;
      const before = this.at;
      if (this.match(pattern) === null) continue;
      const value = hasValue ? this.readValue() : subject;
      if (value !== null) return build(subject, value, { start, end: this.at });
      this.at = before;
    }
    return null;
  }

  private readValue(): PythonExpression | null {
    const value = readCodeAt(this.text, this.at, this.known);
    if (value === null || value.kind === "comparison") return null;
    this.at = value.end;
    this.match(NOUN_AFTER);
    return value;
  }

  /** A call may stand alone as a condition; of "left or right is a bool" the first word may not. */
  private isTruthValue(subject: PythonExpression): boolean {
    if (subject.kind === "name") {
      return FLAG.test(subject.name) || this.text.slice(this.at, this.end).trim() === "";
    }
    return ["call", "attribute", "subscript"].includes(subject.kind);
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found === null || pattern.lastIndex > this.end) return null;
    this.at = pattern.lastIndex;
    return found;
  }

  skip(pattern: RegExp): void {
    this.match(pattern);
  }
}

function join(
  operands: PythonExpression[],
  operator: "and" | "or",
  span: Span,
): PythonExpression | null {
  const [first] = operands;
  if (first === undefined || operands.length === 1) return first ?? null;
  return { ...span, kind: "boolean", operator, operands };
}

function isPlainValue({ kind }: PythonExpression): boolean {
  return kind === "number" || kind === "string" || kind === "unary" || kind === "constant";
}
