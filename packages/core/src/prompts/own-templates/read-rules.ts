import { evaluate } from "../../checks/evaluation/evaluate.ts";
import { isTruthy, type PythonValue } from "../../checks/evaluation/python-value.ts";
import { listFreeNames } from "../../checks/python/list-free-names.ts";
import { parseExpression } from "../../checks/python/parse-expression.ts";
import type { TemplateProblem } from "./own-template.schema.ts";
import type { ReadSlot } from "./read-slots.ts";

export interface ReadRule {
  source: string;
  /** Slots that it speaks of. */
  names: string[];
  /** Null when it cannot be worked out, as when a text is compared with a number. */
  holds(values: ReadonlyMap<string, PythonValue>): boolean | null;
}

/** Reads the rules of a draft and says which of them are no Python over its slots. */
export function readRules(
  rules: readonly string[],
  slots: readonly ReadSlot[],
): { rules: ReadRule[]; problems: TemplateProblem[] } {
  const known = new Set(slots.map(({ name }) => name));
  const readings = rules.map((source, index) => readRule(source, `/rules/${index}`, known));
  return {
    rules: readings.flatMap(({ rule }) => rule ?? []),
    problems: readings.flatMap(({ problem }) => problem ?? []),
  };
}

function readRule(
  source: string,
  path: string,
  known: ReadonlySet<string>,
): { rule?: ReadRule; problem?: TemplateProblem } {
  const parsed = parseExpression(source);
  if (!parsed.ok) {
    return { problem: { path, message: `this is no Python expression: ${parsed.message}` } };
  }
  const spoken = listFreeNames(parsed.expression).map(({ name }) => name);
  const names = [...known].filter((name) => spoken.includes(name));
  const unknown = spoken.find((name) => !known.has(name) && !FUNCTIONS.has(name));
  if (unknown !== undefined) {
    const message = `\`${unknown}\` is no slot; use the names of the slots, as in \`low < high\``;
    return { problem: { path, message } };
  }
  if (names.length === 0) {
    return { problem: { path, message: "this rule names no slot; compare slots, or remove it" } };
  }
  const holds: ReadRule["holds"] = (values) => {
    const value = evaluate(parsed.expression, values);
    return value === undefined ? null : isTruthy(value);
  };
  return { rule: { source, names, holds } };
}

/** What a rule may call; others cannot be worked out. */
const FUNCTIONS = new Set(["len", "abs", "min", "max", "float"]);
