import type { PythonExpression } from "../../python/python-expression.ts";
import { findExpression } from "../find-expression.ts";
import { type EdgeParameter, type EdgeSubject, isContainer } from "./edge-subject.ts";
import { readNumber } from "./predict-result.ts";

/** Words that say what an empty argument gives, wherever they stand. */
const EMPTY_IN_EFFECTS =
  /\bblank (?:text|string|input|value|name|line)|\b(?:if|when|where|for|unless|as) there (?:is|are) (?:none|no|nothing)\b|\bthere (?:is|are) (?:none|no \w+)[,;.]|\b(?:if|when|has|have|with|while) (?:\w+ )?(?:no|nothing)\b|\bnone (?:is|are|of)\b|(?:if|when|with|for|from|unless)\b[^.;\n]{0,40}(?:fewer|less|shorter) than|at least (?:one|1)\b|== ?(?:literal )?(?:\[\]|''|""|\{\}|\(\))|\bif not \w+/;
/** A container that a step begins with is not the argument. */
const STARTED_EMPTY =
  /(['"])empty\1|\b(?:with|be|build|create|make|to|into|new) (?:an? |the )?(?:new )?empty (?:list|dict|dictionary|set|text|string|tuple)\b/g;
const EMPTY_IN_RATIONALE =
  /\bempty\b(?! (?:lines?|words?|parts?|entry|entries|values?|names?|fields?|keys?|cells?|texts|strings|lists)\b)/;
const NEVER_EMPTY = /non-?empty|never empty|not empty|at least (?:one|1)\b|one or more/;

/** Whether effects, predicates, the prompt or a description say what an empty argument gives or forbid it. */
export function isEmptyCovered(input: EdgeSubject, name: string): boolean {
  const { speech, predicates, prompt, parameters } = input;
  if (EMPTY_IN_EFFECTS.test(speech.effects) || EMPTY_IN_RATIONALE.test(speech.assertions)) {
    return true;
  }
  if (isCalledEmpty(input, name)) return true;
  const description = parameters.find((parameter) => parameter.name === name)?.description ?? "";
  if (NEVER_EMPTY.test(prompt) || NEVER_EMPTY.test(description)) return true;
  const named = new RegExp(
    `\\b(?:if|when|with|for|has|have|are|is|on) no ${stem(name)}|\\blen\\(${escape(name)}\\) ?(?:[<>]|[=!]= ?0\\b)`,
  );
  if (named.test(speech.effects)) return true;
  return predicates.some((predicate) => findExpression(predicate, asksEmpty(name)) !== null);
}

/** "empty" counts for the argument that the effect names, and for each when it names none. */
function isCalledEmpty({ speech, parameters }: EdgeSubject, name: string): boolean {
  if (!speech.effects.includes("empty")) return false;
  const others = parameters.filter((other) => isContainer(other) && other.name !== name);
  return speech.effects.split("\n").some((line) => {
    if (!line.includes("empty") || !/\bempty\b/.test(line.replace(STARTED_EMPTY, " ")))
      return false;
    return line.includes(name.toLowerCase()) || !others.some((other) => line.includes(other.name));
  });
}

/** A name as the texts have it, which are in lower case; one that does not fit the schema may hold anything. */
function escape(name: string): string {
  return name.toLowerCase().replaceAll(/[^\w]/g, "\\$&");
}

/** "no readings", "no reading": the last word of `meter_readings` without its plural. */
function stem(name: string): string {
  const [last = name] = name.split("_").slice(-1);
  return escape(last.replace(/s$/, ""));
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
    return part.operators.some((operator, index) => {
      const left = part.operands[index];
      const right = part.operands[index + 1];
      if (left === undefined || right === undefined) return false;
      if (isLength(left)) return isAboutNone(operator, readNumber(right));
      if (isLength(right)) return isAboutNone(operator, readNumber(left));
      if (mentions(left, name)) return isEmpty(right, operator);
      return mentions(right, name) && isEmpty(left, operator);
    });
  };
}

/** `len(x) > 0` and `len(x) < 2` tell an empty one apart, `len(x) != 1` does not. */
function isAboutNone(operator: string, number: number | null): boolean {
  if (number === null) return false;
  return operator === "==" || operator === "!=" ? number === 0 : number <= 3;
}

function mentions(expression: PythonExpression, name: string): boolean {
  return findExpression(expression, (part) => part.kind === "name" && part.name === name) !== null;
}

/** `''`, `[]`, `{}`, or one of these among the values of `in (…)`. */
function isEmpty(part: PythonExpression, operator: string): boolean {
  switch (part.kind) {
    case "string":
      return part.value === "";
    case "list":
    case "tuple":
    case "set":
      if (part.elements.length === 0) return true;
      return operator.endsWith("in") && part.elements.some((element) => isEmpty(element, "=="));
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

const ZERO_FORBIDDEN =
  /non-?zero|\b(?:not|never) (?:be )?(?:0|zero)\b|\bpositive\b|(?:at least|from) (?:1|one)\b/;
const NEGATIVE_SPOKEN =
  /negativ|\bminus\b|-\d|\bpositive\b|< ?(?:literal )?0\b|<= ?(?:literal )?0\b|>= ?(?:literal )?[01]\b|> ?(?:literal )?0\b|below (?:0|zero)|(?:0|1|zero|one) or (?:more|greater)|at least (?:0|1|zero|one)\b|\babs\(|never below|\bsign\b|refund/;

/** Whether an effect says what zero gives for this very number, or something forbids it. */
export function isZeroDecided(
  { speech, predicates }: EdgeSubject,
  { name, description }: EdgeParameter,
): boolean {
  const own = escape(name);
  const near = new RegExp(
    `\\b${own}\\b[^.;:\\n]{0,24}(?:(?<!(?:<|>=) ?(?:literal )?)\\b0\\b|zero|positive)|\\b0 ?(?:==|!=|<|>=) ?${own}\\b|\\b(?:if|or|and) not ${own}\\b`,
  );
  if (near.test(speech.effects) || ZERO_FORBIDDEN.test(description)) return true;
  const forbids = (part: PythonExpression) =>
    comparesWithZero(part) &&
    findExpression(part, (inner) => inner.kind === "name" && inner.name === name) !== null;
  return predicates.some(
    (predicate) => !mentions(predicate, "result") && findExpression(predicate, forbids) !== null,
  );
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
