import type { Observation } from "../../check.ts";
import type { PythonExpression } from "../../python/python-expression.ts";
import { findExpression } from "../find-expression.ts";
import type { QuirkSubject } from "./quirk.ts";

const HALF_UP =
  /(?:\b0?\.5|\bhal(?:f|ves))\b[^.;]*\bup\b|\bup\b[^.;]*\bhal(?:f|ves)\b|round(?:ed|s)? half (?:up|away)/;
const SPOKEN = /half.to.even|banker|even neighbour|nearest even|round_half|to the even|\.5\)/;
const DOWN = /\bround(?:s|ed|ing)?\b[^.;]{0,40}\bdown\b|\brounded towards zero\b|\bfloor\b/;
const FLOORED = /\/\/|\bfloor|\bint\(|divmod|\btrunc|round\w* [^.;]{0,40}down/;

/** `round` goes to the even neighbour on a half. */
export function findHalfToEven({ subject, prompt, speech }: QuirkSubject): Observation | null {
  if (!speech.effects.includes("round(")) return null;
  const index = subject.effects.findIndex(({ code }) => code.some(hasRoundCall));
  if (index < 0 || SPOKEN.test(speech.all)) return null;
  const isWrong = HALF_UP.test(prompt);
  if (!isWrong && !/\bround/.test(prompt)) return null;
  const rest = isWrong
    ? "but the prompt rounds a half up; use `math.floor(x + 0.5)` or Decimal with ROUND_HALF_UP"
    : "say whether that is meant";
  return {
    severity: isWrong ? "error" : "info",
    path: `/effects/${index}/description`,
    message: `\`round\` goes to the even neighbour on a half (\`round(2.5)\` is 2), ${rest}`,
  };
}

/** The prompt rounds down, the effect divides and keeps the fraction. */
export function findMissingFloor({ subject, prompt, speech }: QuirkSubject): Observation | null {
  if (!DOWN.test(prompt) || FLOORED.test(speech.effects)) return null;
  const index = subject.effects.findIndex(({ code }) => code.some(hasTrueDivision));
  if (index < 0) return null;
  return {
    severity: "error",
    path: `/effects/${index}/description`,
    message:
      "the prompt rounds down, but `/` keeps the fraction; use `//` or say where it is floored",
  };
}

function hasRoundCall(expression: PythonExpression): boolean {
  const isRound = (part: PythonExpression) =>
    part.kind === "call" && part.callee.kind === "name" && part.callee.name === "round";
  return findExpression(expression, isRound) !== null;
}

function hasTrueDivision(expression: PythonExpression): boolean {
  const isDivision = (part: PythonExpression) => part.kind === "binary" && part.operator === "/";
  return findExpression(expression, isDivision) !== null;
}
