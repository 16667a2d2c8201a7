import { parseAtom } from "./parse-atom.ts";
import { parseTrailers } from "./parse-trailers.ts";
import type { NewPythonExpression, PythonExpression } from "./python-expression.ts";
import { PythonScanner } from "./python-scanner.ts";

/** A deeper or larger expression is refused, so that whatever walks the tree may recurse. */
const MAX_DEPTH = 60;
const MAX_NODES = 2_000;

const COMPARISONS = new Set(["==", "!=", "<", "<=", ">", ">=", "in", "not", "is"]);

/** The operators and keywords with which an expression may start. */
const STARTS = new Set("( [ { - + ~ ... None True False not lambda".split(" "));

/** Binary operators that bind tighter than comparisons, the loosest level first. */
const BINARY_LEVELS = [["|"], ["^"], ["&"], ["<<", ">>"], ["+", "-"], ["*", "/", "//", "%", "@"]];
const LEVELS = new Map(
  BINARY_LEVELS.flatMap((operators, level) => operators.map((operator) => [operator, level])),
);

export interface ParseFailure {
  offset: number;
  /** What is wrong with the expression: "stops being an expression at". */
  problem: string;
}

/**
 * Python's grammar of expressions, read top down. The first error ends the tokens, so that every
 * method returns at once; what it returns then means nothing.
 */
export class PythonParser {
  readonly scanner: PythonScanner;
  failure: ParseFailure | null = null;
  private nodes = 0;

  constructor(
    readonly source: string,
    offset: number,
    readonly limit: number,
    private depth = 0,
    /** The expression stands in an English sentence, where it may have the marker LITERAL. */
    readonly isProse = false,
  ) {
    this.scanner = new PythonScanner(source, offset, limit, isProse);
  }

  /** One or more expressions with commas between them, which make a tuple. */
  parseExpressions(): PythonExpression {
    const start = this.scanner.start;
    const first = this.parseExpression();
    if (!this.isAt(",")) return first;
    const elements = [first];
    while (this.takeIf(",") && this.isAtExpression()) elements.push(this.parseExpression());
    return this.finish(start, { kind: "tuple", elements });
  }

  /** What stands in brackets or as an argument: an expression that may bind a name with `:=`. */
  parseNamed(): PythonExpression {
    const start = this.scanner.start;
    const value = this.parseExpression();
    if (!this.isAt(":=") || value.kind !== "name") return value;
    this.scanner.advance();
    return this.finish(start, { kind: "named", name: value.name, value: this.parseExpression() });
  }

  parseExpression(): PythonExpression {
    const start = this.scanner.start;
    this.depth += 1;
    if (this.depth > MAX_DEPTH) this.fail("is nested too deeply to be checked");
    const expression = this.isAt("lambda") ? this.parseLambda() : this.parseConditional(start);
    this.depth -= 1;
    return expression;
  }

  private parseConditional(start: number): PythonExpression {
    const yes = this.parseDisjunction();
    if (!this.takeIf("if")) return yes;
    const test = this.parseDisjunction();
    this.expect("else");
    return this.finish(start, { kind: "conditional", test, yes, no: this.parseExpression() });
  }

  private parseLambda(): PythonExpression {
    const start = this.scanner.start;
    this.scanner.advance();
    const parameters: string[] = [];
    const defaults: PythonExpression[] = [];
    while (!this.isAt(":") && this.failure === null) {
      if (!this.takeIf("*") && !this.takeIf("**") && this.isAt("/")) this.scanner.advance();
      else if (!this.isAt(",")) parameters.push(this.takeName());
      if (this.takeIf("=")) defaults.push(this.parseExpression());
      if (!this.isAt(":")) this.expect(",");
    }
    this.expect(":");
    const body = this.parseExpression();
    const lambda = this.finish(start, { kind: "lambda", parameters, body });
    if (defaults.length === 0) return lambda;
    return this.finish(start, { kind: "other", children: [...defaults, lambda] });
  }

  /** An expression without `if` and `lambda` at its top: the iterable of a comprehension. */
  parseDisjunction(): PythonExpression {
    const start = this.scanner.start;
    const first = this.parseConjunction();
    if (!this.isAt("or")) return first;
    const operands = [first];
    while (this.takeIf("or")) operands.push(this.parseConjunction());
    return this.finish(start, { kind: "boolean", operator: "or", operands });
  }

  private parseConjunction(): PythonExpression {
    const start = this.scanner.start;
    const first = this.parseInversion();
    if (!this.isAt("and")) return first;
    const operands = [first];
    while (this.takeIf("and")) operands.push(this.parseInversion());
    return this.finish(start, { kind: "boolean", operator: "and", operands });
  }

  private parseInversion(): PythonExpression {
    const start = this.scanner.start;
    if (!this.takeIf("not")) return this.parseComparison();
    const operand = this.nest(() => this.parseInversion());
    return this.finish(start, { kind: "unary", operator: "not", operand });
  }

  /** An expression without `and`, `or`, `not`, `if` and `lambda` at its top. */
  parseComparison(): PythonExpression {
    const start = this.scanner.start;
    const first = this.parseBinary(0);
    let operator = this.takeComparison();
    if (operator === null) return first;
    const operands = [first];
    const operators: string[] = [];
    for (; operator !== null; operator = this.takeComparison()) {
      operators.push(operator);
      operands.push(this.parseBinary(0));
    }
    return this.finish(start, { kind: "comparison", operands, operators });
  }

  private takeComparison(): string | null {
    const operator = this.scanner.text;
    if (!COMPARISONS.has(operator) || !this.isAt(operator)) return null;
    this.scanner.advance();
    if (operator === "not") {
      this.expect("in");
      return "not in";
    }
    return operator === "is" && this.takeIf("not") ? "is not" : operator;
  }

  /** Also the targets of `for`, which end before `in`. */
  parseBinary(level: number): PythonExpression {
    const start = this.scanner.start;
    let left = this.parseFactor();
    for (;;) {
      const operator = this.scanner.text;
      const found = this.scanner.kind === "operator" ? LEVELS.get(operator) : undefined;
      if (found === undefined || found < level) return left;
      this.scanner.advance();
      const right = this.parseBinary(found + 1);
      left = this.finish(start, { kind: "binary", operator, left, right });
    }
  }

  private parseFactor(): PythonExpression {
    if (this.isProse && this.scanner.text === "LITERAL") this.skipMarker();
    const { start, text } = this.scanner;
    if (text === "-" || text === "+" || text === "~") {
      this.scanner.advance();
      const operand = this.nest(() => this.parseFactor());
      return this.finish(start, { kind: "unary", operator: text, operand });
    }
    const left = parseTrailers(this, parseAtom(this), start);
    if (!this.takeIf("**")) return left;
    const right = this.nest(() => this.parseFactor());
    return this.finish(start, { kind: "binary", operator: "**", left, right });
  }

  /** LITERAL before a value says that it is meant exactly; anywhere else it is a name. */
  private skipMarker(): void {
    const next = new PythonParser(this.source, this.scanner.end, this.limit);
    if (next.isAtExpression() && next.scanner.kind !== "name") this.scanner.advance();
  }

  private nest(parse: () => PythonExpression): PythonExpression {
    this.depth += 1;
    if (this.depth > MAX_DEPTH) this.fail("is nested too deeply to be checked");
    const parsed = parse();
    this.depth -= 1;
    return parsed;
  }

  /** A parser for an expression inside a token of this one, as in a formatted string. */
  startInside(start: number, end: number): PythonParser {
    return new PythonParser(this.source, start, end, this.depth + 1);
  }

  /** Whether the token is this keyword or operator. */
  isAt(text: string): boolean {
    const { kind } = this.scanner;
    return this.scanner.text === text && (kind === "operator" || kind === "keyword");
  }

  takeIf(text: string): boolean {
    if (!this.isAt(text)) return false;
    this.scanner.advance();
    return true;
  }

  expect(text: string): void {
    if (!this.takeIf(text)) this.fail(`\`${text}\` is missing before`);
  }

  takeName(): string {
    const { kind, text } = this.scanner;
    if (kind === "name") this.scanner.advance();
    else this.failHere();
    return text;
  }

  /** Whether an expression may start here. */
  isAtExpression(): boolean {
    const { kind, text } = this.scanner;
    if (kind === "operator") return STARTS.has(text);
    if (kind !== "keyword") return kind === "name" || kind === "number" || kind === "string";
    return STARTS.has(text);
  }

  failHere(): void {
    this.fail("stops being an expression at");
  }

  fail(problem: string): void {
    if (this.failure !== null) return;
    const { start: offset } = this.scanner;
    this.failure = { offset, problem };
    this.scanner.stop();
  }

  /** A node from `start` to the last token that was taken. */
  finish(start: number, node: NewPythonExpression): PythonExpression {
    this.nodes += 1;
    if (this.nodes > MAX_NODES) this.fail("is too long to be checked");
    // The node is new, so it gets its place without a copy.
    return Object.assign(node, { start, end: Math.max(start, this.scanner.previousEnd) });
  }
}
