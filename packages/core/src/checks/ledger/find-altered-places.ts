import type { CaseFolding } from "./is-exact-place.ts";
import type { PromptLiteral } from "./prompt-literal.ts";
import { isNearNumber } from "./is-near-number.ts";
import { isNearText, isSameButForMarks } from "./is-near-text.ts";
import type { IrLiteral } from "./read-ir-literals.ts";

/** What pairs the literals that have no place with the literals that nobody asked for. */
export interface Leftovers {
  /** Literals of the prompt without an exact place. */
  missing: readonly PromptLiteral[];
  /** Literals of effects and predicates that are no literal of the prompt. */
  unexplained: readonly IrLiteral[];
  /** The effects compare without regard to case. */
  folding: CaseFolding;
  /** The prompt speaks of commas, dots and the like. */
  namesMarks: boolean;
}

const FOLDS_DOWN = /\b(?:lower|casefold)\(/;
const FOLDS_UP = /\bupper\(/;
/** A slip is looked for among this many literals at most; no IR of one function has as many. */
const MAX_UNEXPLAINED = 300;

/** A prompt that names marks in words explains them without a literal. */
const NAMES_MARKS =
  /\b(?:commas?|dots?|points?|periods?|dash(?:es)?|hyphens?|(?:semi)?colons?|slash(?:es)?|underscores?|decimals?|brackets?|parenthes[ei]s|quotes?|punctuation)\b/i;

function isMark({ kind, token }: IrLiteral): boolean {
  return kind === "text" && !/[\p{L}\p{N}]/u.test(token.value);
}

/** Sorts out which literals on either side have no partner on the other; `exact` is by literal. */
export function findLeftovers(
  prompt: string,
  literals: readonly PromptLiteral[],
  exact: readonly (readonly IrLiteral[])[],
  places: readonly IrLiteral[],
): Leftovers {
  const explained = new Set(exact.flat());
  const unexplained = places.filter((place) => isBehaviour(place) && !explained.has(place));
  const hasTexts = literals.some(({ kind }) => kind === "text");
  return {
    missing: literals.filter(
      ({ role }, index) => role !== "mention" && exact[index]?.some(isBehaviour) !== true,
    ),
    unexplained: unexplained.slice(0, MAX_UNEXPLAINED),
    namesMarks: hasTexts && NAMES_MARKS.test(prompt.slice(0, 20_000)),
    folding: {
      lower: hasTexts && unexplained.some((place) => isIn(place, FOLDS_DOWN)),
      upper: hasTexts && unexplained.some((place) => isIn(place, FOLDS_UP)),
    },
  };
}

function isBehaviour({ source, isImplied }: IrLiteral): boolean {
  return !isImplied && (source.area === "effect" || source.area === "assertion");
}

function isIn({ source }: IrLiteral, pattern: RegExp): boolean {
  return source.area === "effect" && pattern.test(source.text);
}

/** Places of one area that most likely mean `literal` and have it wrong. */
export function findAlteredPlaces(
  literal: PromptLiteral,
  leftovers: Leftovers,
  area: "effect" | "assertion",
): IrLiteral[] {
  const near = findNearPlaces(literal, leftovers, area);
  if (near.length > 0 || area === "assertion" || literal.kind === "constant") return near;
  return isOnlyOne(literal, leftovers.missing)
    ? findOnlyPartner(literal, listCandidates(literal, leftovers, area))
    : [];
}

/** Places of one area that differ from `literal` by a slip. */
export function findNearPlaces(
  literal: PromptLiteral,
  leftovers: Leftovers,
  area: "effect" | "assertion",
): IrLiteral[] {
  const isTextOnly = area === "assertion" && literal.kind !== "text";
  if (literal.kind === "constant" || isTextOnly) return [];
  const near = listCandidates(literal, leftovers, area).filter(
    (place) => isNear(literal, place) && !(leftovers.namesMarks && isMark(place)),
  );
  return literal.role === "mention" ? near.filter(isMarkedText) : near;
}

function listCandidates(
  literal: PromptLiteral,
  { unexplained }: Leftovers,
  area: "effect" | "assertion",
): IrLiteral[] {
  return unexplained.filter(
    (place) => place.kind === literal.kind && place.source.area === area && isStatement(place),
  );
}

function isPartOfText({ source, at }: IrLiteral): boolean {
  return source.tokens[at + 1]?.value === "+" || source.tokens[at - 2]?.value === "+";
}

function isNear(literal: PromptLiteral, place: IrLiteral): boolean {
  const { token, threshold } = place;
  if (literal.kind === "text") {
    return isPartOfText(place)
      ? isSameButForMarks(literal.value, token.value)
      : isNearText(literal.value, token.value);
  }
  if (literal.role === "threshold" && literal.comparison !== "==" && threshold === null)
    return false;
  return isNearNumber(literal.number, token.number);
}

function isOnlyOne(literal: PromptLiteral, missing: readonly PromptLiteral[]): boolean {
  return missing.every(
    ({ kind, value, role }) =>
      kind !== literal.kind || role !== literal.role || value === literal.value,
  );
}

/** When one is missing and one is too many, the one stands for the other. */
function findOnlyPartner(literal: PromptLiteral, candidates: readonly IrLiteral[]): IrLiteral[] {
  const partners = candidates.filter((place) => {
    const { isMarked, threshold, token } = place;
    if (literal.kind === "text") {
      if (isPartOfText(place)) return false;
      return isMarked && token.value.trim() !== "" && literal.value.trim() !== "";
    }
    if (literal.role === "threshold") return threshold !== null;
    return isMarked;
  });
  const values = new Set(partners.map(({ token }) => token.value));
  return values.size === 1 ? partners : [];
}

/** Indices, slices and `x - 1` are means of the code and no literals of the task. */
function isStatement({ source, at, kind, isMarked, threshold, token }: IrLiteral): boolean {
  const before = source.tokens[at - 1];
  const after = source.tokens[at + 1];
  // One part of a longer text: "return 'Hello, ' + name".
  if (kind === "text") return isMarked || (before?.value !== "+" && after?.value !== "+");
  if (isMarked || threshold !== null) return true;
  const isCodeBefore = before?.kind === "symbol" && !",;.".includes(before.value);
  const isCodeAfter = after?.kind === "symbol" && !",;.".includes(after.value);
  if (!isCodeBefore && !isCodeAfter) return true;
  const isSlice = before?.value === ":" && source.tokens[at - 2]?.value === "[";
  const isArithmetic = "*/%//".includes(before?.value ?? " ") && Math.abs(token.number) > 2;
  return isSlice || isArithmetic;
}

/** `f'Hello, {name}!'` builds what a template of the prompt describes. */
function isMarkedText({ isMarked, token }: IrLiteral): boolean {
  return isMarked && !token.value.includes("{");
}
