import type { Span } from "../python/python-expression.ts";

/** A piece of a prompt, an effect or a predicate; offsets are UTF-16 code units, end exclusive. */
export interface TextToken extends Span {
  kind: "word" | "number" | "text" | "symbol";
  /**
   * A word in lower case (`None`, `True` and `False` as they are); the text between quotation marks
   * with escapes resolved; a number as Python writes it; a symbol with its look-alikes made one.
   */
  value: string;
  /** NaN for everything but numbers. */
  number: number;
  /** The quotation mark that opens a text; for a number "word" when it is spelled out, else "". */
  form: string;
}

/** Makes every token with the same shape. */
export function makeToken(
  kind: TextToken["kind"],
  start: number,
  end: number,
  value: string,
  number = Number.NaN,
  form = "",
): TextToken {
  return { kind, start, end, value, number, form };
}
