import { scanNumber } from "./scan-number.ts";
import { findStringEnd } from "./scan-string.ts";

export type TokenKind = "name" | "keyword" | "number" | "string" | "operator" | "end" | "error";

const KEYWORDS = new Set(
  (
    "False None True and as assert async await break class continue def del elif else except " +
    "finally for from global if import in is lambda nonlocal not or pass raise return try while " +
    "with yield"
  ).split(" "),
);

/** By their first character, longest first, so that the first that fits is the token. */
const OPERATORS = new Map<number, string[]>();
for (const operator of [
  ..."... ** // << >> <= >= == != :=".split(" "),
  ..."()[]{},:.=+-*/%@&|^~<>!",
]) {
  const code = operator.charCodeAt(0);
  OPERATORS.set(code, [...(OPERATORS.get(code) ?? []), operator]);
}

const WORD = /[\p{ID_Start}_]\p{ID_Continue}*/uy;

/** Reads the tokens of Python source one at a time; what is not read is not looked at. */
export class PythonScanner {
  kind: TokenKind = "end";
  /** Spelling of a name, keyword or operator; empty for others. */
  text = "";
  start = 0;
  end = 0;
  /** End of the token before this one. */
  previousEnd = 0;
  /** Inside brackets a line break is white space. */
  private openBrackets = 0;
  private isStopped = false;

  constructor(
    readonly source: string,
    offset: number,
    private readonly limit: number,
    /** In a sentence the full stop after a number ends the sentence. */
    private readonly isProse: boolean,
  ) {
    this.end = offset;
    this.previousEnd = offset;
    this.read();
  }

  /** Takes the current token and reads the next. */
  advance(): void {
    if (this.isStopped) return;
    if (this.kind === "operator") {
      const { text } = this;
      if (text === "(" || text === "[" || text === "{") this.openBrackets += 1;
      else if (text === ")" || text === "]" || text === "}") this.openBrackets -= 1;
    }
    this.previousEnd = this.end;
    this.read();
  }

  /** Ends the tokens here, so that a parser that meets an error unwinds. */
  stop(): void {
    this.isStopped = true;
    this.kind = "error";
    this.text = "";
  }

  private read(): void {
    this.skipBlanks();
    this.start = this.end;
    this.text = "";
    if (this.start >= this.limit || this.isLineBreak(this.start)) {
      this.kind = "end";
      return;
    }
    const code = this.source.charCodeAt(this.start);
    if (isDigit(code) || (code === 46 && isDigit(this.source.charCodeAt(this.start + 1)))) {
      const end = scanNumber(this.source, this.start);
      const isSentenceEnd = this.isProse && end > 0 && this.source.charAt(end - 1) === ".";
      this.take("number", isSentenceEnd ? end - 1 : end);
    } else if (isAsciiLetter(code) || code > 127) {
      this.readWord();
    } else if (code === 34 || code === 39) {
      this.take("string", findStringEnd(this.source, this.start, ""));
    } else {
      this.readOperator();
    }
  }

  private readWord(): void {
    const word = this.source.slice(this.start, this.findWordEnd());
    if (word === "") return this.take("error", this.start);
    const next = this.source.charCodeAt(this.start + word.length);
    if ((next === 34 || next === 39) && word.length <= 2) {
      const end = findStringEnd(this.source, this.start + word.length, word);
      if (end > 0) return this.take("string", end);
    }
    this.text = word;
    this.take(KEYWORDS.has(word) ? "keyword" : "name", this.start + word.length);
  }

  private findWordEnd(): number {
    let at = this.start;
    let code = this.source.charCodeAt(at);
    while (isAsciiLetter(code) || isDigit(code)) code = this.source.charCodeAt((at += 1));
    if (!(code > 127)) return at;
    WORD.lastIndex = this.start;
    return WORD.test(this.source) ? WORD.lastIndex : this.start;
  }

  private readOperator(): void {
    this.text = "";
    for (const operator of OPERATORS.get(this.source.charCodeAt(this.start)) ?? []) {
      if (operator.length > 1 && !this.source.startsWith(operator, this.start)) continue;
      this.text = operator;
      break;
    }
    this.take("operator", this.start + this.text.length);
  }

  /** An end of 0 or beyond the limit means that the token is broken. */
  private take(kind: TokenKind, end: number): void {
    const isWhole = end > this.start && end <= this.limit;
    this.kind = isWhole ? kind : "error";
    this.end = isWhole ? end : this.start;
  }

  private skipBlanks(): void {
    for (; this.end < this.limit; this.end += 1) {
      const code = this.source.charCodeAt(this.end);
      if (code === 35) this.skipComment();
      else if (code === 92 && this.isContinuedLine()) this.end += 1;
      else if (code !== 32 && code !== 9 && code !== 12) {
        if (this.openBrackets === 0 || !this.isLineBreak(this.end)) return;
      }
    }
  }

  private skipComment(): void {
    while (this.end + 1 < this.limit && !this.isLineBreak(this.end + 1)) this.end += 1;
  }

  private isContinuedLine(): boolean {
    return this.source.charCodeAt(this.end + 1) === 10;
  }

  private isLineBreak(offset: number): boolean {
    const code = this.source.charCodeAt(offset);
    return code === 10 || code === 13;
  }
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isAsciiLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
}
