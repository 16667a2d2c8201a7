import { findNearPlaces, type Leftovers } from "./find-altered-places.ts";
import { isLookAlike } from "./is-near-text.ts";
import { isNearNumber } from "./is-near-number.ts";
import { isReturnedAt } from "./needs-marker.ts";
import type { PromptLiteral } from "./prompt-literal.ts";
import type { IrLiteral } from "./read-ir-literals.ts";

/** Shorter texts differ from each other by a letter on purpose: 'ct' and '0ct'. */
const MIN_BESIDE = 4;
const MIN_RETURNED = 3;

/** Slips for a literal that another effect, or the same one, has right. */
export function findAlteredBeside(
  literal: PromptLiteral,
  inEffects: readonly IrLiteral[],
  leftovers: Leftovers,
): IrLiteral[] {
  if (literal.kind === "number") return findAlteredResults(literal, inEffects, leftovers);
  if (literal.kind !== "text") return [];
  const right = new Set(inEffects.map(({ source }) => source.path));
  const near = findNearPlaces(literal, leftovers, "effect").filter(
    ({ isMarked, source }) => isMarked && !right.has(source.path),
  );
  return near.filter((place) => {
    const { length } = literal.value;
    return (
      length >= MIN_BESIDE ||
      (length >= MIN_RETURNED && isReturnedAt(place)) ||
      isLookAlike(literal.value, place.token.value)
    );
  });
}

/**
 * "return LITERAL 1" where the prompt only ever asks for 0, and "If count > 9, return LITERAL 90". Zero
 * is what many effects give for nothing, whatever the prompt asks for.
 */
function findAlteredResults(
  literal: PromptLiteral,
  inEffects: readonly IrLiteral[],
  { unexplained }: Leftovers,
): IrLiteral[] {
  const compared = new Set(
    inEffects.filter(({ threshold }) => threshold !== null).map(({ source }) => source.path),
  );
  return unexplained.filter(
    (place) =>
      place.kind === "number" &&
      place.isMarked &&
      place.source.area === "effect" &&
      (literal.isResult || compared.has(place.source.path)) &&
      place.token.number !== 0 &&
      isNearNumber(literal.number, place.token.number) &&
      isReturnedAt(place),
  );
}
