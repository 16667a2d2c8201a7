import { writeValue } from "../../checks/evaluation/python-value.ts";
import { listCombinations } from "./list-combinations.ts";
import type { TemplateProblem } from "./own-template.schema.ts";
import type { ReadRule } from "./read-rules.ts";
import type { ReadSlot } from "./read-slots.ts";

/** Rules that cannot be worked out for some values, or that leave no combination of them. */
export function findRuleProblems(
  rules: readonly ReadRule[],
  slots: readonly ReadSlot[],
): TemplateProblem[] {
  const alone = rules.flatMap((rule, index) => {
    const message = findRuleProblem(rule, slots);
    return message === null ? [] : [{ path: `/rules/${index}`, message }];
  });
  if (alone.length > 0 || rules.length < 2) return alone;
  const spoken = slots.filter(({ name }) => rules.some(({ names }) => names.includes(name)));
  const isPossible = listCombinations(spoken).rows.some((values) =>
    rules.every((rule) => rule.holds(values) === true),
  );
  const message = "together the rules leave no combination of values; loosen one";
  return isPossible ? [] : [{ path: "/rules", message }];
}

function findRuleProblem(rule: ReadRule, slots: readonly ReadSlot[]): string | null {
  const { rows } = listCombinations(slots.filter(({ name }) => rule.names.includes(name)));
  let isPossible = false;
  for (const values of rows) {
    const holds = rule.holds(values);
    if (holds === null) {
      const example = [...values].map(([name, value]) => `${name} = ${writeValue(value)}`);
      return `this cannot be worked out for \`${example.join(", ")}\`; compare values of one kind`;
    }
    isPossible ||= holds;
  }
  return isPossible
    ? null
    : "this rule leaves no combination of values; turn it round or remove it";
}
