import type { Observation } from "../../check.ts";
import type { ReadEffect } from "../../effects/read-effect.ts";
import type { PythonExpression } from "../../python/python-expression.ts";
import { findExpression } from "../find-expression.ts";
import { type EdgeSubject, isContainer, isNumeric } from "./edge-subject.ts";
import { isEmptyCovered, isZeroDecided } from "./is-covered.ts";
import { readNumber } from "./predict-result.ts";

const WORDED_LENGTH = /\bdivided? (?:\w+ )?by (?:the|their|its) (?:number|count|length|amount)\b/i;

interface Crash {
  /** What must not be empty or zero. */
  name: string;
  error: string;
  code: string;
}

/** Steps that fail on an empty argument or a zero divisor of which nothing speaks. */
export function findCrashEdges(input: EdgeSubject): Observation[] {
  const found = new Map<string, Observation>();
  const names = listFragile(input);
  for (const effect of input.effects) {
    for (const { name, error, code } of listCrashes(effect, names, input)) {
      const parameter = input.parameters.find((each) => each.name === name);
      const isZero = parameter !== undefined && isNumeric(parameter);
      const isCovered = isZero ? isZeroDecided(input, parameter) : isEmptyCovered(input, name);
      if (isCovered || found.has(name)) continue;
      const edge = isZero ? `\`${name} == 0\`` : `an empty \`${name}\``;
      found.set(name, {
        severity: "error",
        path: "/effects",
        message: `${edge} makes \`${code}\` fail with ${error}, and nothing says what it gives; add a step and an assertion for it`,
      });
    }
  }
  return [...found.values()];
}

/** Names that can be empty, and numbers that can be zero. */
interface FragileNames {
  containers: ReadonlySet<string>;
  numbers: ReadonlySet<string>;
}

function listFragile({ parameters, effects }: EdgeSubject): FragileNames {
  const split = effects.flatMap(({ definitions }) => definitions.filter(isSplit));
  return {
    containers: new Set([...parameters.filter(isContainer), ...split].map(({ name }) => name)),
    numbers: new Set(parameters.filter(isNumeric).map(({ name }) => name)),
  };
}

function listCrashes(effect: ReadEffect, names: FragileNames, input: EdgeSubject): Crash[] {
  const { containers } = names;
  const crashes: Crash[] = [];
  for (const expression of effect.code) {
    findExpression(expression, (part) => {
      const crash = readCrash(part, names, input);
      if (crash !== null) crashes.push({ ...crash, code: effect.text.slice(part.start, part.end) });
      return false;
    });
  }
  const [only] = containers;
  const worded = WORDED_LENGTH.exec(effect.text);
  if (worded !== null && containers.size === 1 && only !== undefined) {
    crashes.push({ name: only, error: "ZeroDivisionError", code: worded[0] });
  }
  return crashes;
}

function isSplit({ value }: { value: PythonExpression | null }): boolean {
  return (
    value?.kind === "call" &&
    value.callee.kind === "attribute" &&
    value.callee.name === "split" &&
    value.positional.length === 0
  );
}

type KnownCrash = Omit<Crash, "code">;

function readCrash(
  part: PythonExpression,
  names: FragileNames,
  input: EdgeSubject,
): KnownCrash | null {
  switch (part.kind) {
    case "binary":
      return readDivision(part.operator, part.right, names, input);
    case "call":
      return readExtreme(part, names);
    case "subscript":
      return readIndex(part, names, input);
    default:
      return null;
  }
}

function readDivision(
  operator: string,
  right: PythonExpression,
  { containers, numbers }: FragileNames,
  input: EdgeSubject,
): KnownCrash | null {
  if (operator !== "/" && operator !== "//" && operator !== "%") return null;
  const divisor = resolve(right, input);
  const isNumber = divisor.kind === "name" && numbers.has(divisor.name);
  const name = isNumber ? divisor.name : readLengthOf(divisor);
  if (name === null || !(isNumber || containers.has(name))) return null;
  return { name, error: "ZeroDivisionError" };
}

/** `max(x)` and `min(x)` without a default. */
function readExtreme(
  { callee, positional, keywords }: PythonExpression & { kind: "call" },
  { containers }: FragileNames,
): KnownCrash | null {
  if (callee.kind !== "name" || !/^(?:max|min)$/.test(callee.name)) return null;
  const [only, ...rest] = positional;
  if (only?.kind !== "name" || rest.length > 0 || !containers.has(only.name)) return null;
  return keywords.some(({ name }) => name === "default")
    ? null
    : { name: only.name, error: "ValueError" };
}

/** The first or last of something that may have none. */
function readIndex(
  { object, indices }: PythonExpression & { kind: "subscript" },
  { containers }: FragileNames,
  input: EdgeSubject,
): KnownCrash | null {
  if (object.kind !== "name" || !containers.has(object.name)) return null;
  const [index] = indices;
  const position = index === undefined || indices.length > 1 ? null : readNumber(index);
  if ((position !== 0 && position !== -1) || isMapping(object.name, input)) return null;
  return { name: object.name, error: "IndexError" };
}

function isMapping(name: string, { parameters }: EdgeSubject): boolean {
  const kinds = parameters.find((parameter) => parameter.name === name)?.kinds ?? [];
  return kinds.some((kind) => /^(?:dict|Mapping|tuple|set)$/.test(kind));
}

/** `count` of "Let count be len(items)" is `len(items)`. */
function resolve(expression: PythonExpression, { effects }: EdgeSubject): PythonExpression {
  if (expression.kind !== "name") return expression;
  for (const { definitions } of effects) {
    const definition = definitions.find(({ name }) => name === expression.name);
    if (definition !== undefined) return definition.value ?? expression;
  }
  return expression;
}

function readLengthOf(expression: PythonExpression): string | null {
  if (expression.kind !== "call" || expression.callee.kind !== "name") return null;
  const [only] = expression.positional;
  return expression.callee.name === "len" && only?.kind === "name" ? only.name : null;
}
