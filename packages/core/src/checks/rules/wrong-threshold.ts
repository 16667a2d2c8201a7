import type { CheckSubject } from "../check-subject.ts";
import type { Check, Observation } from "../check.ts";
import { boundarySide, isSameBoundary } from "../ledger/boundary.ts";
import { type LinkedLiteral, linkLiterals } from "../ledger/link-literals.ts";
import type { Comparison } from "../ledger/ledger-entry.ts";
import { type IrLiteral, readIrLiterals } from "../ledger/read-ir-literals.ts";
import { moveBoundary } from "./move-boundary.ts";

const PROMPT = "Return 25 points from 200 euros on, and 0 points below that.";

/** Bounds the work on an IR that is far longer than any for one function. */
const MAX_COMPARISONS = 300;
const MAX_PROMPT_LENGTH = 20_000;

/** Says where an effect cuts at another place than the prompt: `<` for `<=`, or one too far. */
export const wrongThreshold: Check = {
  id: "wrong_threshold",
  errorType: "wrong_threshold",
  version: 1,
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
  run: ({ prompt, ir }: CheckSubject): Observation[] => {
    if (prompt === null) return [];
    const thresholds = [...linkLiterals(prompt, ir).map(toBoundary), ...listImplied(prompt)].filter(
      ({ comparison }) => boundarySide(comparison) !== null,
    );
    if (thresholds.length === 0) return [];
    const places = readIrLiterals(ir).filter(isComparison).slice(0, MAX_COMPARISONS);
    const numbers = new Set(linkLiterals(prompt, ir).map(({ literal }) => literal.number));
    return places.flatMap((place) => judge(place, places, thresholds, numbers));
  },
};

/** A number at which the prompt changes the behaviour. */
interface Boundary {
  number: number;
  value: string;
  comparison: Comparison | null;
  /** "negative" for `< 0`. */
  isImplied: boolean;
}

function toBoundary({ literal }: LinkedLiteral): Boundary {
  const { number, value, comparison } = literal;
  return { number, value, comparison, isImplied: false };
}

/** "negative" and "positive" leave zero out. */
function listImplied(prompt: string): Boundary[] {
  const text = prompt.slice(0, MAX_PROMPT_LENGTH);
  const zero = { number: 0, value: "0", isImplied: true };
  const boundaries: Boundary[] = [];
  if (/\bnegative\b/i.test(text)) boundaries.push({ ...zero, comparison: "<" });
  if (/\bpositive\b/i.test(text)) boundaries.push({ ...zero, comparison: ">" });
  return boundaries;
}

/** The condition of a loop counts steps, so its boundary is another one. */
const LOOP = /\bwhile\b|\buntil\b/i;

/** A comparison of an effect with a number. */
function isComparison({ source, threshold, token }: IrLiteral): boolean {
  const isNamed = threshold !== null && !Number.isNaN(token.number);
  return source.area === "effect" && isNamed && !LOOP.test(source.text);
}

function judge(
  place: IrLiteral,
  places: readonly IrLiteral[],
  thresholds: readonly Boundary[],
  numbers: ReadonlySet<number>,
): Observation[] {
  if (boundarySide(place.threshold?.comparison ?? null) === null) return [];
  if (thresholds.some((threshold) => isRight(threshold, place))) return [];
  const same = thresholds.find((threshold) => isSameNumber(threshold, place));
  const slip = () => thresholds.find((threshold) => isSlipOf(threshold, place, places));
  const meant = same ?? (numbers.has(place.token.number) ? undefined : slip());
  if (meant === undefined || isSplit(place, places)) return [];
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

/** Off by one, while no effect has the boundary that was meant. */
function isSlipOf(threshold: Boundary, place: IrLiteral, places: readonly IrLiteral[]): boolean {
  const isNear = Math.abs(threshold.number - place.token.number) <= 1;
  if (!isNear || threshold.isImplied) return false;
  return !places.some((other) => isRight(threshold, other));
}

/** A case of its own for the number itself moves the boundary on purpose. */
function isSplit(place: IrLiteral, places: readonly IrLiteral[]): boolean {
  return places.some(
    ({ source, token, threshold }) =>
      source.path !== place.source.path &&
      token.number === place.token.number &&
      threshold?.comparison === "==" &&
      /^(?:if|when|for)\b/i.test(source.text),
  );
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
