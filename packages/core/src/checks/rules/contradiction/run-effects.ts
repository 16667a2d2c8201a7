import type { EffectBranch, ReadEffect } from "../../effects/read-effect.ts";
import { type Environment, evaluate } from "../../evaluation/evaluate.ts";
import { isTruthy, type PythonValue, equals } from "../../evaluation/python-value.ts";

export interface EffectOutcome {
  value: PythonValue;
  effectIndex: number;
}

/** Sentences that change a value in words or in a loop; what comes after them cannot be told. */
const CHANGES =
  /^(?:first|then|next|finally|also)?,?\s*(?:strip|remove|replace|convert|turn|lower|upper|trim|normali\w+|sort|reverse|round|clamp|double|treat|ignore|skip|clean|collapse|swap|increment|decrement|update|drop|filter|negate|multiply|add|append|insert|delete|pop|change|divide|subtract|truncate|pad|cut|split|take|move|raise|coerce|cast|interpret|parse|make|ensure|repeat|for|while|go|iterate|loop|walk|do (?!not))\b|\b(?:repeat|each|every|times|while|until|in turn)\b/i;
/** Sentences that only explain or forbid. */
const EXPLAINS =
  /^(?:do not|never|the|an?|in python|this|that|so|only|no|nothing|it|both|these|two|here|note|case|equal|negative|neither|python|\w+ (?:is|are|counts?|stays?|means?|does|rounds|differs?|may|can(?:not)?|has|have))\b/i;

/**
 * What the effects return for some inputs, if every condition on the way can be told; else null.
 * Effects that only explain are passed over.
 */
export function runEffects(
  effects: readonly ReadEffect[],
  inputs: Environment,
): EffectOutcome | null {
  const known = new Map(inputs);
  let always: EffectOutcome | null = null;
  for (const [effectIndex, effect] of effects.entries()) {
    if (changesInWords(effect)) return null;
    define(effect, known);
    for (const branch of effect.branches) {
      const step = judge(branch, known);
      if (step === "unknown") return null;
      if (step === "skip") continue;
      const expression = branch.result?.expression ?? null;
      const value = expression === null ? undefined : evaluate(expression, known);
      if (value === undefined) return null;
      if (branch.condition !== null) return settle({ value, effectIndex }, always);
      always ??= { value, effectIndex };
    }
  }
  return always;
}

/** A special case behind a general return must not differ from it, or the order is unclear. */
function settle(special: EffectOutcome, always: EffectOutcome | null): EffectOutcome | null {
  return always === null || equals(special.value, always.value) ? special : null;
}

function judge(branch: EffectBranch, known: Environment): "take" | "skip" | "unknown" {
  const { condition, result } = branch;
  if (condition === null) return result === null ? "unknown" : "take";
  if (condition.isInLoop) return "unknown";
  if (condition.isOtherwise) return result === null ? "unknown" : "take";
  const value = condition.expression === null ? undefined : evaluate(condition.expression, known);
  if (value === undefined) return "unknown";
  if (!isTruthy(value)) return "skip";
  return result === null ? "unknown" : "take";
}

const changing = new WeakMap<ReadEffect, boolean>();

/** Every predicate asks it of every effect. */
function changesInWords(effect: ReadEffect): boolean {
  let changes = changing.get(effect);
  if (changes === undefined) changing.set(effect, (changes = readChanges(effect)));
  return changes;
}

function readChanges({ text, sentences, branches, definitions }: ReadEffect): boolean {
  if (branches.length + definitions.length === 0 && !EXPLAINS.test(text)) return true;
  return sentences.some(({ start, end }) => {
    const isBranch = branches.some((branch) => branch.start === start);
    return !isBranch && CHANGES.test(text.slice(start, end));
  });
}

/** Names that the effect introduces get their value, or lose the one that they had. */
function define({ introduced, definitions }: ReadEffect, known: Map<string, PythonValue>): void {
  for (const { name } of introduced) {
    const value = definitions.find((definition) => definition.name === name)?.value ?? null;
    const computed = value === null ? undefined : evaluate(value, known);
    if (computed === undefined) forget(name, known);
    else known.set(name, computed);
  }
}

function forget(name: string, known: Map<string, PythonValue>): void {
  for (const key of known.keys()) if (key === name || key.includes(name)) known.delete(key);
}
