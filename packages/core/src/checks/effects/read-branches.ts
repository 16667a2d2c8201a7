import type { PythonExpression, Span } from "../python/python-expression.ts";
import { readCondition } from "./read-condition.ts";
import type { EffectBranch, EffectCondition, EffectResult } from "./read-effect.ts";
import { readResult } from "./read-result.ts";
import { findQuoteEnd, isClosing, isOpening } from "./split-sentences.ts";

const COMMA = 0x2c;
const COLON = 0x3a;
const OTHERWISE =
  /^(?:otherwise|else|in (?:all|any|every|each) other cases?|in other cases|(?:for|with|on) (?:any|every|all)(?:thing|body|one)? (?:other|else|remaining)\b[^,]*|(?:any|every|all)(?:thing|body|one)? (?:other|else)\b[^,:]*|if (?:none|neither|no(?:thing)?) (?:of (?:these|the|those)|condition|rule|case|applies|apply|else|other)[^,]*|by default|failing that|as a fallback|in the default case)\b/i;
const IF =
  /^(?:(?:otherwise|else|but|and|then|also)\b,?\s*)*(?:if|when|whenever|unless|in case|elif)\s+/i;
const LOOP =
  /^(?:for (?:each|every|all|any|an?)\b|while\b|go through|iterate|loop|walk|scan|at the (?:first|second|last)|at (?:any|each|a)\b|as soon as|once\b|upon\b|on the\b|search)/i;
const PREPOSITION = /^(?:for|with|on|at|in case of|given|after|before|during|from|up to)\s/i;
const INNER_IF = /[,:]\s*(?:and\s+)?(?:if|when|whenever|unless)\s+/i;
const TRAILING_IF = /\s+(?:only )?(?:if|when|whenever|unless)\s+/iy;
const TRAILING_ELSE = /[,;]?\s*\b(?:and )?(?:otherwise|else|or else)\b,?\s*/iy;
/** "If none of these applies" is an "otherwise". */
const NONE_OF =
  /^if (?:none|neither|no(?:thing)?) (?:of (?:these|the|those)|condition|rule|case|applies|apply|else|other)\b/i;
/** "Returns" speaks of the function only at the start, or after a word for it. */
const SUBJECT = /(?:^|\b(?:function|method|it|then|always)|[,:])\s*$/i;
const VERB =
  /\b(?:returns?|returning)\b|\b(?:gives?|yields?|(?:the )?result is|comes back as)(?=\s+(?:a |an )?LITERAL\b)|\braise\b/gi;
const NEGATED =
  /(?:\bnot|\bthe|\bits|\bsame|\bnever|n't|\bwithout|\bwhich|\bthat|\b(?:that|which|what) it|\bto|\bwould|\bcould|\bmay|\bmust(?! return))\s+(?:\w+ and )?$/i;

/** What one sentence of an effect does, and when; empty for a sentence that only explains. */
export function readBranches(
  text: string,
  sentence: Span,
  known: ReadonlySet<string>,
): EffectBranch[] {
  return new SentenceReader(text, sentence, known).read();
}

interface Verb extends Span {
  isRaise: boolean;
}

class SentenceReader {
  private readonly words: string;
  private last: (Span & { expression: PythonExpression | null }) | null = null;

  constructor(
    private readonly text: string,
    private readonly sentence: Span,
    private readonly known: ReadonlySet<string>,
  ) {
    this.words = text.slice(sentence.start, sentence.end);
  }

  read(): EffectBranch[] {
    const verb = this.findVerb();
    const lead = IF.exec(this.words)?.[0];
    if (lead !== undefined && !NONE_OF.test(this.words)) return this.readIf(lead, verb);
    if (verb === null) return [];
    const condition = this.readLead(verb);
    return this.readFrom(verb, condition);
  }

  private readIf(lead: string, verb: Verb | null): EffectBranch[] {
    const start = this.sentence.start + lead.length;
    const isUnless = /unless\s+$/i.test(lead);
    const ends =
      verb === null
        ? this.listCommas(start, this.sentence.end).slice(0, 1)
        : this.listEnds(start, verb.start);
    const end = ends.find((at) => this.readCondition(start, at) !== null) ?? ends[0];
    if (end === undefined) return [];
    const condition = this.makeCondition(start, end, isUnless);
    if (verb === null) return [{ ...this.sentence, condition, result: null }];
    return this.readFrom(verb, condition);
  }

  /** Where the condition of "If …, return" may end: before the verb, at a comma or "then". */
  private listEnds(start: number, verbStart: number): number[] {
    const then = /[,\s]+then\b\s*$/i.exec(this.text.slice(start, verbStart));
    if (then !== null) return [start + then.index];
    const commas = this.listCommas(start, verbStart).toReversed();
    return commas.length > 0 ? commas : [verbStart];
  }

  /** What is asked for twice in a row is read once. */
  private readCondition(start: number, end: number): PythonExpression | null {
    const { last } = this;
    if (last?.start === start && last.end === end) return last.expression;
    const expression = readCondition(this.text, { start, end }, this.known);
    this.last = { start, end, expression };
    return expression;
  }

  /** The result after a verb, and what "if …" and "otherwise …" behind it say. */
  private readFrom(verb: Verb, condition: EffectCondition | null): EffectBranch[] {
    const span = { start: verb.end, end: this.sentence.end };
    const result: EffectResult = verb.isRaise
      ? { kind: "raise", expression: null, ...span }
      : readResult(this.text, span, this.known);
    const branch: EffectBranch = { ...this.sentence, condition, result };
    if (result.kind === "words" || result.kind === "raise") return [branch];
    const tail = this.match(TRAILING_IF, result.end);
    if (tail === null) return [branch, ...this.readElse(result.end)];
    const otherwise = this.findElse(tail.end);
    const end =
      otherwise?.start ?? this.listCommas(tail.end, this.sentence.end)[0] ?? this.sentence.end;
    if (condition !== null)
      return [{ ...branch, condition: { ...condition, expression: null, isOtherwise: false } }];
    const isUnless = /unless\s+$/i.test(this.text.slice(tail.start, tail.end));
    const own = this.makeCondition(tail.end, end, isUnless);
    return [{ ...branch, condition: own }, ...(otherwise === null ? [] : this.readElse(end))];
  }

  /** ", otherwise return 28", ", else LITERAL 28". */
  private readElse(at: number): EffectBranch[] {
    const otherwise = this.match(TRAILING_ELSE, at);
    if (otherwise === null) return [];
    const verb = this.match(/(?:return|give)s?\s+/iy, otherwise.end) ?? otherwise;
    const condition: EffectCondition = {
      ...otherwise,
      isOtherwise: true,
      isInLoop: false,
      expression: null,
    };
    const span = { start: verb.end, end: this.sentence.end };
    return [{ ...this.sentence, condition, result: readResult(this.text, span, this.known) }];
  }

  private findElse(from: number): Span | null {
    for (const at of [...this.listCommas(from, this.sentence.end), ...this.listSpaces(from)]) {
      const found = this.match(TRAILING_ELSE, at);
      if (found !== null) return found;
    }
    return null;
  }

  private listSpaces(from: number): number[] {
    const at = this.text.slice(from, this.sentence.end).search(/\s(?:otherwise|else)\b/i);
    return at < 0 ? [] : [from + at];
  }

  /** The condition that stands before a verb: "Otherwise", "For each x, if x > 3,", none. */
  private readLead(verb: Verb): EffectCondition | null {
    const { start } = this.sentence;
    const lead = this.text.slice(start, verb.start);
    const span = { start, end: verb.start };
    if (OTHERWISE.test(lead))
      return { ...span, isOtherwise: true, isInLoop: false, expression: null };
    const isInLoop = LOOP.test(lead);
    const inner = INNER_IF.exec(lead);
    if (inner !== null) {
      const innerStart = start + inner.index + inner[0].length;
      const end = this.listCommas(innerStart, verb.start)[0] ?? verb.start;
      return { ...this.makeCondition(innerStart, end, /unless/i.test(inner[0])), isInLoop };
    }
    if (isInLoop || (PREPOSITION.test(lead) && !/^after the (?:loop|last)/i.test(lead))) {
      return { ...span, isOtherwise: false, isInLoop, expression: null };
    }
    const isSubject = /\b(?:gives?|yields?)$/i.test(this.text.slice(verb.start, verb.end));
    return isSubject ? { ...span, isOtherwise: false, isInLoop: false, expression: null } : null;
  }

  private makeCondition(start: number, end: number, isUnless: boolean): EffectCondition {
    const read = this.readCondition(start, end);
    const expression =
      read === null || !isUnless
        ? read
        : ({ start, end, kind: "unary", operator: "not", operand: read } as const);
    return { start, end, isOtherwise: false, isInLoop: false, expression };
  }

  private findVerb(): Verb | null {
    const from = this.sentence.start;
    for (const found of this.words.matchAll(VERB)) {
      const start = from + found.index;
      if (NEGATED.test(this.text.slice(Math.max(this.sentence.start, start - 30), start))) continue;
      if (this.isQuoted(start)) continue;
      const before = this.text.slice(this.sentence.start, start);
      if (/^returns$/i.test(found[0]) && !SUBJECT.test(before)) continue;
      return { start, end: start + found[0].length, isRaise: /^raise/i.test(found[0]) };
    }
    return null;
  }

  private isQuoted(offset: number): boolean {
    for (let at = this.sentence.start; at < offset; at += 1) {
      const end = findQuoteEnd(this.text, at);
      if (end > offset) return true;
      if (end > 0) at = end - 1;
    }
    return false;
  }

  /** Commas and colons outside quotes and brackets. */
  private listCommas(from: number, to: number): number[] {
    const commas: number[] = [];
    let depth = 0;
    for (let at = from; at < to; at += 1) {
      const code = this.text.charCodeAt(at);
      const end = findQuoteEnd(this.text, at);
      if (end > 0) at = end - 1;
      else if (isOpening(code)) depth += 1;
      else if (isClosing(code)) depth -= 1;
      else if ((code === COMMA || code === COLON) && depth === 0) commas.push(at);
    }
    return commas;
  }

  private match(pattern: RegExp, at: number): Span | null {
    pattern.lastIndex = at;
    if (!pattern.test(this.text) || pattern.lastIndex > this.sentence.end) return null;
    return { start: at, end: pattern.lastIndex };
  }
}
