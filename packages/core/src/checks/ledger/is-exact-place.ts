import { isSameBoundary } from "./boundary.ts";
import type { PromptLiteral } from "./prompt-literal.ts";
import type { IrLiteral } from "./read-ir-literals.ts";
import { isSameNumber } from "./same-number.ts";

const PUNCTUATION = /^[^\p{L}\p{N}\s]{2,40}$/u;

/** Whether a literal of the IR is the prompt's literal; for a threshold `<= 7` is `< 8` too. */
export function isExactPlace(literal: PromptLiteral, place: IrLiteral): boolean {
  if (literal.kind !== place.kind) return false;
  if (literal.kind !== "number") {
    return literal.value === place.token.value || isInCharacterSet(literal, place);
  }
  if (isSameNumber(literal, place)) return true;
  if (literal.role !== "threshold" || !Number.isInteger(literal.number)) return false;
  const comparison = place.threshold?.comparison ?? null;
  return isSameBoundary(literal, { comparison, number: place.token.number });
}

/** '@' stands in `'#@'` as well: a set of characters is often written as one text. */
function isInCharacterSet({ kind, value }: PromptLiteral, { token }: IrLiteral): boolean {
  if (kind !== "text" || value.length !== 1 || token.value.length < 2) return false;
  return PUNCTUATION.test(token.value) && token.value.includes(value);
}

/** The ways in which the effects change the case of a text before they compare it. */
export interface CaseFolding {
  lower: boolean;
  upper: boolean;
}

/** Right where the effects fold case: "key.lower() == 'cc'" for the prompt's 'CC', never == 'CC'. */
export function isSameButForCase(
  literal: PromptLiteral,
  place: IrLiteral,
  { lower, upper }: CaseFolding,
): boolean {
  if (literal.kind !== "text" || place.kind !== "text") return false;
  const given = place.token.value;
  if (literal.value.toLowerCase() !== given.toLowerCase()) return false;
  return (lower && given === given.toLowerCase()) || (upper && given === given.toUpperCase());
}
