import { isWordUnit } from "./character-class.ts";
import type { LedgerPlace } from "./ledger-entry.ts";
import type { PromptLiteral } from "./prompt-literal.ts";
import type { IrText } from "./read-ir-texts.ts";

/** Its place, with the whole text there. */
export interface BarePlace extends LedgerPlace {
  text: string;
}

/** Shorter texts ("a", "ok") are ordinary words too often. */
const MIN_LENGTH = 3;
const RETURNED = /\b(?:[Rr]eturns?|[Gg]ives?|LITERAL)\s+$/;

/**
 * Places where a text literal stands without quotation marks: anywhere in comments ("the first word"
 * of a summary), but in an effect only where it is plainly the result: "return too short".
 */
export function findBarePlaces(literal: PromptLiteral, texts: readonly IrText[]): BarePlace[] {
  if (literal.kind !== "text" || literal.value.trim().length < MIN_LENGTH) return [];
  return texts.flatMap((source) => {
    if (source.area === "assertion" || source.area === "signature") return [];
    return findIn(literal.value, source);
  });
}

function findIn(value: string, source: IrText): BarePlace[] {
  const places: BarePlace[] = [];
  const { text, path } = source;
  for (let start = text.indexOf(value); start >= 0; start = text.indexOf(value, start + 1)) {
    const end = start + value.length;
    if (isWordUnit(text.charCodeAt(start - 1)) || isWordUnit(text.charCodeAt(end))) continue;
    const before = text.slice(Math.max(0, start - 16), start);
    if (source.area === "effect" && !RETURNED.test(before)) continue;
    if (
      source.tokens.some(
        (token) => token.kind === "text" && token.start < start && end < token.end + 1,
      )
    ) {
      continue;
    }
    const isMarked = source.area === "effect" && /LITERAL\s+$/.test(before);
    places.push({ path, start, end, isExact: true, isMarked, text });
  }
  return places;
}
