import type { Ir } from "../../ir/ir.schema.ts";
import type { Threshold } from "./read-comparison.ts";
import { readComparison } from "./read-comparison.ts";
import { type IrText, readIrTexts } from "./read-ir-texts.ts";
import type { TextToken } from "./text-token.ts";
import { wordAt } from "./word-at.ts";

/** A literal, number or constant somewhere in an IR. */
export interface IrLiteral {
  readonly source: IrText;
  readonly token: TextToken;
  /** Index of the token within its text. */
  readonly at: number;
  readonly kind: "text" | "number" | "constant";
  readonly isMarked: boolean;
  /** Only for numbers. */
  readonly threshold: Threshold | null;
  /** A word that stands for the number: `negative`, `empty`, `twice`. */
  readonly isImplied: boolean;
}

const MARKER = "LITERAL";
/** Words that say a number without naming it. */
const IMPLIED: ReadonlyMap<string, number> = new Map([
  ["positive", 0],
  ["negative", 0],
  ["nonnegative", 0],
  ["empty", 0],
  ["blank", 0],
  ["single", 1],
  ["once", 1],
  ["one", 1],
  ["another", 1],
  ["both", 2],
  ["pair", 2],
  ["two", 2],
  ["twice", 2],
  ["double", 2],
  ["doubled", 2],
  ["half", 2],
  ["halve", 2],
  ["halved", 2],
  ["even", 2],
  ["odd", 2],
  ["squared", 2],
  ["square", 2],
  ["cubed", 3],
]);
const CONSTANTS = new Set(["None", "True", "False"]);

const known = new WeakMap<Ir, readonly IrLiteral[]>();

/** Every literal of an IR in the order of `readIrTexts`. Read once per IR. */
export function readIrLiterals(ir: Ir): readonly IrLiteral[] {
  const literals = known.get(ir) ?? readIrTexts(ir).flatMap(readLiteralsOf);
  known.set(ir, literals);
  return literals;
}

/** A comment without a digit, a quotation mark or one of these words has no literal. */
const MAY_HAVE_LITERAL =
  /[\d'"`‘“«]|None|True|False|\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|dozen|hundred|thousand|million)\b/;

function readLiteralsOf(source: IrText): IrLiteral[] {
  if (source.area === "comment" && !MAY_HAVE_LITERAL.test(source.text)) return [];
  const literals: IrLiteral[] = [];
  const { tokens } = source;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    const kind = token === undefined ? null : kindOf(token, source.area);
    if (token !== undefined && kind !== null)
      literals.push(new LazyLiteral(source, token, at, kind));
  }
  return literals;
}

class LazyLiteral implements IrLiteral {
  readonly token: TextToken;
  readonly isImplied: boolean;
  private compared: Threshold | null | undefined;
  private marked: boolean | undefined;

  constructor(
    readonly source: IrText,
    token: TextToken,
    readonly at: number,
    readonly kind: IrLiteral["kind"],
  ) {
    this.isImplied = kind === "number" && token.kind === "word";
    this.token = this.isImplied
      ? { ...token, number: IMPLIED.get(token.value) ?? Number.NaN }
      : token;
  }

  get isMarked(): boolean {
    this.marked ??= this.source.area === "effect" && isMarkedAt(this.source, this.at);
    return this.marked;
  }

  get threshold(): Threshold | null {
    if (this.compared === undefined) {
      const isNumber = this.kind === "number" && !this.isImplied;
      this.compared = isNumber ? readThreshold(this.source.tokens, this.at) : null;
    }
    return this.compared;
  }
}

/** Implied numbers count in effects only. */
function kindOf({ kind, value }: TextToken, area: IrText["area"]): IrLiteral["kind"] | null {
  if (kind === "text" || kind === "number") return kind;
  if (kind === "symbol" || value.length < 3) return null;
  if (value.charCodeAt(0) < 97 && CONSTANTS.has(value)) return "constant";
  return area === "effect" && IMPLIED.has(value) ? "number" : null;
}

/** `range(1, 13)` ends below 13; everything else compares as English or an operator. */
function readThreshold(tokens: readonly TextToken[], at: number): Threshold | null {
  const isRangeStop =
    tokens[at - 1]?.value === "," &&
    tokens[at - 3]?.value === "(" &&
    wordAt(tokens, at - 4) === "range";
  return isRangeStop ? { comparison: "<", isRangeEnd: true } : readComparison(tokens, at);
}

/** Right after the marker, or inside a list or tuple that is marked as a whole. */
function isMarkedAt(source: IrText, at: number): boolean {
  for (let back = at - 1; back >= 0; back -= 1) {
    const token = source.tokens[back];
    if (token === undefined) return false;
    if (token.kind === "word") {
      return source.text.startsWith(MARKER, token.start) && token.value === "literal";
    }
    if (token.kind === "symbol" && !"[](){},:-".includes(token.value)) return false;
    if (back === at - 1 && token.kind !== "symbol") return false;
    if (token.kind === "symbol" && "])}".includes(token.value)) return false;
  }
  return false;
}
