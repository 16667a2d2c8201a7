import type { PythonExpression } from "../../python/python-expression.ts";
import { findExpression } from "../find-expression.ts";
import type { EdgeParameter, EdgeSubject } from "./edge-subject.ts";
import { readNumber } from "./predict-result.ts";

const EMPTY_IN_EFFECTS =
  /\bempty\b|\bblank (?:text|string|input|value|name|line)|there (?:is|are) (?:none|no)\b|\b(?:if|when|has|have|with) (?:\w+ )?no\b|\bnone (?:is|are|of)\b|(?:fewer|less) than|at least (?:one|1)\b|\blen\([^)]*\) ?[<>=!]|== ?(?:literal )?(?:\[\]|''|""|\{\}|\(\))|\bif not \w+/;
const EMPTY_IN_RATIONALE = /\bempty\b/;
const NEVER_EMPTY = /non-?empty|never empty|not empty|at least (?:one|1)\b|one or more/;

/** Whether effects, predicates, the prompt or a description say what an empty argument gives or forbid it. */
export function isEmptyCovered(input: EdgeSubject, name: string): boolean {
  const { speech, predicates, prompt, parameters } = input;
  if (EMPTY_IN_EFFECTS.test(speech.effects) || EMPTY_IN_RATIONALE.test(speech.assertions))
    return true;
  const description = parameters.find((parameter) => parameter.name === name)?.description ?? "";
  if (NEVER_EMPTY.test(prompt) || NEVER_EMPTY.test(description)) return true;
  if (new RegExp(`\\bno ${stem(name)}`).test(speech.all)) return true;
  return predicates.some((predicate) => findExpression(predicate, asksEmpty(name)) !== null);
}

/** "no readings", "no reading": the last word of `meter_readings` without its plural. */
function stem(name: string): string {
  const [last = name] = name.split("_").slice(-1);
  return last.replace(/s$/, "");
}

/** `x != []`, `len(x) > 0`, `not x`, `x or …`. */
function asksEmpty(name: string): (part: PythonExpression) => boolean {
  const isIt = (part: PythonExpression) => part.kind === "name" && part.name === name;
  const isLength = (part: PythonExpression) =>
    part.kind === "call" &&
    part.callee.kind === "name" &&
    part.callee.name === "len" &&
    part.positional.some(isIt);
  return (part) => {
    if (part.kind === "unary" && part.operator === "not") return isIt(part.operand);
    if (part.kind === "boolean") return part.operands.some(isIt);
    if (part.kind !== "comparison") return false;
    if (part.operands.some(isLength)) {
      return part.operators.every((operator) =>
        isAboutNone(operator, part.operands.map(readNumber)),
      );
    }
    return part.operands.some((operand) => mentions(operand, name)) && part.operands.some(isEmpty);
  };
}

/** `len(x) > 0` and `len(x) < 2` tell an empty one apart, `len(x) != 1` does not. */
function isAboutNone(operator: string, numbers: readonly (number | null)[]): boolean {
  const isEquality = operator === "==" || operator === "!=";
  return numbers.some((number) => number !== null && (isEquality ? number === 0 : number <= 3));
}

function mentions(expression: PythonExpression, name: string): boolean {
  return findExpression(expression, (part) => part.kind === "name" && part.name === name) !== null;
}

function isEmpty(part: PythonExpression): boolean {
  switch (part.kind) {
    case "string":
      return part.value === "";
    case "list":
    case "tuple":
    case "set":
      return part.elements.length === 0 || part.elements.some(isEmpty);
    case "dict":
      return part.entries.length === 0;
    default:
      return false;
  }
}

/** Whether the IR, the prompt or a description speaks of None for a parameter that allows it. */
export function isNoneCovered({ speech, predicates }: EdgeSubject, name: string): boolean {
  if (/\bnone\b|\bnull\b|left out|\bif not \w+/.test(speech.effects)) return true;
  const asksNone = (part: PythonExpression) =>
    part.kind === "comparison" &&
    part.operands.some((operand) => mentions(operand, name)) &&
    part.operands.some((operand) => operand.kind === "constant" && operand.value === null);
  return predicates.some((predicate) => findExpression(predicate, asksNone) !== null);
}

const ZERO_SPOKEN = /\bzero\b|\b0\b|non-?zero|\bpositive\b|\bnothing\b|\bfalsy\b/;
const NEGATIVE_SPOKEN =
  /negativ|\bminus\b|-\d|\bpositive\b|< ?(?:literal )?0\b|<= ?(?:literal )?0\b|>= ?(?:literal )?[01]\b|> ?(?:literal )?0\b|below (?:0|zero)|(?:0|1|zero|one) or (?:more|greater)|at least (?:0|1|zero|one)\b|\babs\(|never below|\bsign\b|refund/;

/** Whether something says what zero gives for this very number, or forbids it. */
export function isZeroDecided(
  { speech, predicates }: EdgeSubject,
  { name, description }: EdgeParameter,
): boolean {
  const near = new RegExp(`\\b${name}\\b[^.;:\\n]{0,24}(?:\\b0\\b|zero|positive|negative)`);
  if (near.test(speech.effects) || ZERO_SPOKEN.test(description)) return true;
  const decides = (part: PythonExpression) =>
    comparesWithZero(part) &&
    findExpression(part, (inner) => inner.kind === "name" && inner.name === name) !== null;
  return predicates.some((predicate) => findExpression(predicate, decides) !== null);
}

/** Whether anything at all speaks of zero. */
export function isZeroCovered(input: EdgeSubject, parameter: EdgeParameter): boolean {
  if (/\bzero\b/.test(input.speech.all) || isZeroDecided(input, parameter)) return true;
  return input.predicates.some((predicate) => findExpression(predicate, comparesWithZero) !== null);
}

function comparesWithZero(part: PythonExpression): boolean {
  return part.kind === "comparison" && part.operands.some((operand) => readNumber(operand) === 0);
}

/** Whether anything speaks of negative numbers. */
export function isNegativeCovered({ speech, prompt }: EdgeSubject): boolean {
  return NEGATIVE_SPOKEN.test(speech.all) || /positive|at least (?:0|1|zero|one)\b/.test(prompt);
}
