import type { CheckSubject } from "../check-subject.ts";
import type { Check, Observation } from "../check.ts";
import { boundarySide, isSameBoundary } from "../ledger/boundary.ts";
import { type LinkedLiteral, linkLiterals } from "../ledger/link-literals.ts";
import { type IrLiteral, readIrLiterals } from "../ledger/read-ir-literals.ts";
import { keepHarmlessFix } from "../fixes/keep-harmless-fix.ts";
import { isMovedPlace } from "./is-moved-place.ts";
import { moveBoundary } from "./move-boundary.ts";
import { type Boundary, listWordedBoundaries } from "./worded-boundaries.ts";

const PROMPT = "Return 25 points from 200 euros on, and 0 points below that.";

/** Bounds the work on an IR that is far longer than any for one function. */
const MAX_COMPARISONS = 300;
const MAX_PROMPT_LENGTH = 20_000;

/** Says where an effect cuts at another place than the prompt: `<` for `<=`, or one too far. */
export const wrongThreshold: Check = {
  id: "wrong_threshold",
  errorType: "wrong_threshold",
  version: 2,
  title: "Boundary on the wrong side",
  description:
    'The prompt says at which number the behaviour changes and on which side the number itself lies ("from 200 on" is >= 200). The effect compares with the same number in another way, or is off by one, so the boundary case comes out wrong.',
  examples: {
    flags: [
      {
        prompt: PROMPT,
        ir: {
          parameters: { amount: "float" },
          returns: "int",
          effects: ["If amount > 200, return LITERAL 25.", "Otherwise return LITERAL 0."],
        },
        path: "/effects/0/description",
      },
    ],
    passes: [
      {
        prompt: PROMPT,
        ir: {
          parameters: { amount: "float" },
          returns: "int",
          effects: ["If amount < 200, return LITERAL 0.", "Otherwise return LITERAL 25."],
        },
      },
    ],
  },
  run: (subject: CheckSubject): Observation[] => {
    const { prompt, ir } = subject;
    if (prompt === null) return [];
    const linked = linkLiterals(prompt, ir);
    const slips = linked.flatMap(listMoved);
    const thresholds = [
      ...linked.map(toBoundary),
      ...listWordedBoundaries(prompt.slice(0, MAX_PROMPT_LENGTH)),
    ].filter(({ comparison }) => boundarySide(comparison) !== null);
    if (thresholds.length === 0 && slips.length === 0) return [];
    const places = readIrLiterals(ir).filter(isComparison).slice(0, MAX_COMPARISONS);
    const numbers = new Set(linked.map(({ literal }) => literal.number));
    const found = places.flatMap((place) => judge(place, places, thresholds, numbers));
    const named = new Set(found.map(({ path }) => path));
    const all = [...found, ...slips.filter(({ path }) => !named.has(path))];
    return all.map(({ fix, ...observation }) => ({
      ...observation,
      ...keepHarmlessFix(subject, fix ?? null),
    }));
  },
};

function toBoundary({ literal }: LinkedLiteral): Boundary {
  const { number, value, comparison } = literal;
  return { number, value, comparison, isImplied: false };
}

/** "It opens at 10" compares with nothing, but `hour >= 9` is one off all the same. */
function listMoved({ literal, altered }: LinkedLiteral): Observation[] {
  if (literal.kind !== "number" || literal.role === "threshold" || literal.isResult) return [];
  return altered
    .filter((place) => isMovedPlace(literal.number, place))
    .map((place) => {
      const comparison = place.threshold?.comparison ?? null;
      const { number, value } = literal;
      return describe({ number, value, comparison, isImplied: false }, place, false);
    });
}

/** The condition of a loop counts steps, so its boundary is another one. */
const LOOP = /\bwhile\b|\buntil\b/i;

/** A comparison of an effect with a number. */
function isComparison({ source, threshold, token }: IrLiteral): boolean {
  const isNamed = threshold !== null && !Number.isNaN(token.number);
  return source.area === "effect" && isNamed;
}

function judge(
  place: IrLiteral,
  places: readonly IrLiteral[],
  thresholds: readonly Boundary[],
  numbers: ReadonlySet<number>,
): Observation[] {
  if (boundarySide(place.threshold?.comparison ?? null) === null) return [];
  if (thresholds.some((threshold) => isRight(threshold, place))) return [];
  const suspects = LOOP.test(place.source.text)
    ? thresholds.filter((threshold) => !isCounted(threshold))
    : thresholds;
  const same = suspects.find((threshold) => isSameNumber(threshold, place));
  if (same !== undefined && isSplit(place, places)) return [];
  const isGiven = numbers.has(place.token.number);
  const meant =
    same ??
    suspects.find((threshold) => isSlipOf(threshold, place, places, isGiven)) ??
    readExactNumber(place, numbers);
  if (meant === undefined) return [];
  const isOnlyHere =
    !meant.isImplied &&
    !places.some((other) => other.token.number === meant.number && isRight(meant, other));
  return [describe(meant, place, isOnlyHere)];
}

/** A word such as "negative" says something only of comparisons in its direction. */
function isSameNumber({ number, comparison, isImplied }: Boundary, place: IrLiteral): boolean {
  const isSameDirection = place.threshold?.comparison?.[0] === comparison?.[0];
  return number === place.token.number && (!isImplied || isSameDirection);
}

function isRight(threshold: Boundary, { token, threshold: own }: IrLiteral): boolean {
  return isSameBoundary(threshold, { comparison: own?.comparison ?? null, number: token.number });
}

/** Small numbers are next to each other for many reasons. */
const MIN_BESIDE = 3;

/**
 * Off by one, while no effect has the boundary that was meant; or, with a number that the prompt does
 * not have, in the very comparison of the prompt.
 */
function isSlipOf(
  threshold: Boundary,
  place: IrLiteral,
  places: readonly IrLiteral[],
  isGiven: boolean,
): boolean {
  const isNear = Math.abs(threshold.number - place.token.number) <= 1;
  if (!isNear || threshold.isImplied) return false;
  const own = place.threshold?.comparison ?? null;
  const isSameWay =
    place.threshold?.isRangeEnd !== true &&
    boundarySide(own) === boundarySide(threshold.comparison);
  if (places.some((other) => isRight(threshold, other))) {
    return !isGiven && isSameWay && threshold.number >= MIN_BESIDE;
  }
  return !isGiven || (isSameWay && threshold.number >= MIN_BESIDE);
}

/** "If x > 9, …; exactly 10 are allowed": the effect itself says which number it means. */
function readExactNumber(place: IrLiteral, numbers: ReadonlySet<number>): Boundary | undefined {
  const value = /\bexactly (-?\d{1,9})\b/.exec(place.source.text)?.[1];
  if (value === undefined || !numbers.has(Number(value))) return undefined;
  const number = Number(value);
  if (number === place.token.number || !isMovedPlace(number, place)) return undefined;
  return { number, value, comparison: place.threshold?.comparison ?? null, isImplied: false };
}

/** "at most 6 rounds" is a loop while the count is below 6. */
function isCounted({ comparison }: Boundary): boolean {
  return comparison === "<=" || comparison === ">";
}

/** A case of its own for the number itself moves the boundary on purpose. */
function isSplit(place: IrLiteral, places: readonly IrLiteral[]): boolean {
  const takesIn = place.threshold?.comparison?.endsWith("=") === true;
  return places.some(
    (other) =>
      other.source.path !== place.source.path &&
      other.token.number === place.token.number &&
      other.threshold?.comparison === "==" &&
      isSameSubject(place, other) &&
      (!takesIn || places.indexOf(other) < places.indexOf(place)) &&
      /^(?:if|when|for)\b/i.test(other.source.text),
  );
}

/** `total <= 0` and `pieces == 0` compare different things. */
function isSameSubject(left: IrLiteral, right: IrLiteral): boolean {
  const [one, other] = [left, right].map(({ source, at }) => source.tokens[at - 2]);
  if (one?.kind !== "word" || other?.kind !== "word") return true;
  const isCode = [left, right].every(({ source, at }) => source.tokens[at - 1]?.kind === "symbol");
  return !isCode || one.value === other.value;
}

function describe(literal: Boundary, place: IrLiteral, isOnlyHere: boolean): Observation {
  const { source, token, threshold } = place;
  const fix = moveBoundary(literal, place);
  const given = `${threshold?.comparison ?? ""} ${token.value}`;
  return {
    severity: isOnlyHere ? "error" : "warning",
    path: source.path,
    message: `the prompt means \`${literal.comparison ?? ""} ${literal.value}\`, this effect compares with \`${given}\`; move the boundary`,
    ...(fix !== null && { fix }),
  };
}
