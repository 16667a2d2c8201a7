import type { Observation } from "../../check.ts";
import type { PythonExpression } from "../../python/python-expression.ts";
import { findExpression } from "../find-expression.ts";
import { listHintKinds } from "../list-hint-kinds.ts";
import type { QuirkSubject } from "./quirk.ts";

const FRACTION = /\b(?:average|mean|ratio|percentage|fraction|share|divide[ds]?)\b/;
const WORDED_DIVISION = /\bdivided? (?:by|it|them|the)\b/;
const TRUE_DIVISION = /true division|\/|float/;
const SIGN_SPOKEN =
  /negativ|minus|\bsign\b|towards zero|below (?:0|zero)|< 0|<= 0|-\d|positiv|or more/;

/** `//` drops the fraction of an average. */
export function findFlooredFraction({ subject, prompt }: QuirkSubject): Observation | null {
  const { returns } = subject.ir.signature;
  if (!FRACTION.test(prompt) || !listHintKinds(returns ?? "").includes("float")) return null;
  const index = subject.effects.findIndex(({ code }) =>
    code.some((part) => hasBinary(part, ["//"])),
  );
  const hasTrueDivision = subject.effects.some(({ code }) =>
    code.some((part) => hasBinary(part, ["/"])),
  );
  if (index < 0 || hasTrueDivision || /round|floor|down|whole/.test(prompt)) return null;
  return {
    severity: "error",
    path: `/effects/${index}/description`,
    message: "`//` drops the fraction, but the result is a float; use true division `/`",
  };
}

/** What makes a whole number of a division again. */
const WHOLE = /\/\/|\bint\(|floor|ceil|round|divmod|trunc|whole|\bcut\b/;

/** `6 / 3` is 2.0, so a plain division gives no int. */
export function findFloatForInt({ subject, speech }: QuirkSubject): Observation | null {
  if (!speech.effects.includes("/") || WHOLE.test(speech.effects)) return null;
  const kinds = listHintKinds(subject.ir.signature.returns ?? "");
  const isWhole = kinds.includes("int") && kinds.every((kind) => kind === "int" || kind === "None");
  if (!isWhole) return null;
  const index = subject.effects.findIndex(({ code }) =>
    code.some((part) => hasBinary(part, ["/"])),
  );
  if (index < 0) return null;
  return {
    severity: "warning",
    path: `/effects/${index}/description`,
    message:
      "`/` gives a float even where it comes out even, but the result is an int; use `//` or say how it is rounded",
  };
}

/** "divided by" in words: integers may be divided with or without a fraction. */
export function findUnnamedDivision({ subject, prompt }: QuirkSubject): Observation | null {
  const { returns } = subject.ir.signature;
  const kinds = listHintKinds(returns ?? "");
  if (!FRACTION.test(prompt) || !kinds.includes("float")) return null;
  const index = subject.effects.findIndex(
    ({ text }) =>
      WORDED_DIVISION.test(text.toLowerCase()) && !TRUE_DIVISION.test(text.toLowerCase()),
  );
  if (index < 0) return null;
  return {
    severity: "info",
    path: `/effects/${index}/description`,
    message:
      "the division is in words only; say whether it is true division `/` or floor division `//`",
  };
}

/** `-7 // 2` is -4 and `-1 % 24` is 23; `x % 2 == 0` is safe. */
export function findUnsignedRemainder({ subject, speech }: QuirkSubject): Observation | null {
  if (!speech.effects.includes("//") && !speech.effects.includes("%")) return null;
  if (SIGN_SPOKEN.test(speech.all)) return null;
  const numbers = new Set(
    subject.ir.signature.parameters
      .filter(({ type_hint: hint }) =>
        listHintKinds(hint).some((kind) => /^(?:int|float)$/.test(kind)),
      )
      .map(({ name }) => name),
  );
  if (numbers.size === 0) return null;
  const isNumber = (part: PythonExpression) => part.kind === "name" && numbers.has(part.name);
  const index = subject.effects.findIndex(({ code }) =>
    code.some((expression) => {
      if (expression.kind === "comparison" || expression.kind === "boolean") return false;
      const remainder = findExpression(expression, isRemainder);
      return remainder?.kind === "binary" && findExpression(remainder.left, isNumber) !== null;
    }),
  );
  if (index < 0) return null;
  return {
    severity: "info",
    path: `/effects/${index}/description`,
    message:
      "`//` and `%` follow the sign of the divisor (`-7 // 2` is -4); say what a negative number gives",
  };
}

function isRemainder(part: PythonExpression): boolean {
  return part.kind === "binary" && (part.operator === "//" || part.operator === "%");
}

function hasBinary(expression: PythonExpression, operators: readonly string[]): boolean {
  const matches = (part: PythonExpression) =>
    part.kind === "binary" && operators.includes(part.operator);
  return findExpression(expression, matches) !== null;
}
