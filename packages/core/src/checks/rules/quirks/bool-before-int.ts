import type { CheckSubject } from "../../check-subject.ts";
import type { Observation } from "../../check.ts";
import type { ReadEffect } from "../../effects/read-effect.ts";
import type { PythonExpression } from "../../python/python-expression.ts";
import type { QuickFix } from "../../quick-fix.ts";
import { findExpression } from "../find-expression.ts";
import { listHintKinds } from "../list-hint-kinds.ts";
import type { QuirkSubject } from "./quirk.ts";

/** "is neither int nor float", "are int or float", "is an integer". */
const WORDED_TEST =
  /\b(?:is|are|if|both|neither)\b (?:\w+ ){0,3}?(?:int|integers?)\b(?! of\b| index)/i;

/** `isinstance(True, int)` is true: a test for int that nobody guards takes bools as well. */
export function findBoolAsInt({ subject, prompt, speech }: QuirkSubject): Observation | null {
  if (!speech.effects.includes("int")) return null;
  if (!/\b(?:int|integers?|numbers?|numeric|types?)\b/.test(prompt)) return null;
  if (/\bbool|true or false|true and false/.test(speech.all)) return null;
  const index = subject.effects.findIndex(
    ({ code, text }) => code.some(hasIntTest) || WORDED_TEST.test(text),
  );
  if (index < 0 || !takesBools(subject)) return null;
  const fix = addBoolStep(subject, index);
  return {
    severity: "error",
    path: `/effects/${index}/description`,
    message:
      "`isinstance(True, int)` is true, and nothing says what a bool gives; add a step for bool before this one",
    ...(fix !== null && { fix }),
  };
}

function hasIntTest(expression: PythonExpression): boolean {
  return findExpression(expression, isIntTest) !== null;
}

function isIntTest(part: PythonExpression): boolean {
  if (part.kind !== "call" || part.callee.kind !== "name" || part.callee.name !== "isinstance") {
    return false;
  }
  const type = part.positional[1];
  if (type === undefined) return false;
  const types = type.kind === "tuple" ? type.elements : [type];
  return types.some((each) => each.kind === "name" && each.name === "int");
}

/** A value of a plain `int` parameter is not asked for its type to tell it from bools. */
function takesBools({ ir }: CheckSubject): boolean {
  const { parameters } = ir.signature;
  return parameters.some(({ type_hint: hint }) => {
    const kinds = listHintKinds(hint);
    return kinds.length !== 1 || kinds[0] !== "int";
  });
}

/** Only for a plain chain "If isinstance(x, int), return … Otherwise return LITERAL …". */
function addBoolStep(subject: CheckSubject, index: number): QuickFix | null {
  const effect = subject.effects[index];
  const condition = effect?.branches.length === 1 ? effect.branches[0]?.condition : null;
  const test = condition?.expression;
  if (test?.kind !== "call" || test.positional[0]?.kind !== "name") return null;
  if (test.positional[1]?.kind !== "name" || claimsIntAlone(subject)) return null;
  const fallback = readFallback(subject.effects);
  if (fallback === null) return null;
  const value = `If isinstance(${test.positional[0].name}, bool), return LITERAL ${fallback}; this test comes before the one for int, because isinstance(True, int) is true.`;
  return {
    title: `Add the step for bool before it, with ${fallback}`,
    patch: [{ op: "add", path: `/effects/${index}`, value: { description: value } }],
  };
}

/** A predicate that speaks of all ints would contradict the new step. */
function claimsIntAlone(subject: CheckSubject): boolean {
  return subject.ir.assertions.some((_, index) => {
    const parsed = subject.predicate(index);
    return parsed.ok && hasIntTest(parsed.expression);
  });
}

/** The literal of the last "Otherwise return LITERAL …", as it is written. */
function readFallback(effects: readonly ReadEffect[]): string | null {
  const effect = effects.findLast(({ branches }) =>
    branches.some(({ condition }) => condition?.isOtherwise === true),
  );
  const branch = effect?.branches.find(({ condition }) => condition?.isOtherwise === true);
  const value = branch?.result?.kind === "literal" ? branch.result.expression : null;
  if (effect === undefined || value === null || value === undefined) return null;
  return value.kind === "string" || value.kind === "constant" || value.kind === "number"
    ? effect.text.slice(value.start, value.end)
    : null;
}
