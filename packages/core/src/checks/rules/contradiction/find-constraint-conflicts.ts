import type { CheckSubject } from "../../check-subject.ts";
import type { Observation } from "../../check.ts";
import { placeBranches } from "../../effects/place-branches.ts";
import { readValueType } from "../../python/read-value-type.ts";

const STOPS =
  /\b(?:first|immediately|early|as soon as|stop|break|any|search|find|until|leave the loop)\b/i;
const COLLECTS =
  /\b(?:collect|count|sum|keep|append|accumulate|gather|total|concatenate|join)\b[^.;]*\b(?:all|every|each)\b|\b(?:all|every|each)\b[^.;]*\b(?:collect|count|append|add|accumulate|gather)\b/i;

/** Constraints that demand another loop or return than the effects describe. */
export function findConstraintConflicts(subject: CheckSubject): Observation[] {
  const { ir, effects } = subject;
  const text = effects.map((effect) => effect.text).join("\n");
  return ir.constraints.flatMap((constraint, index): Observation[] => {
    const path = `/constraints/${index}`;
    if (constraint.type === "return_constraint") {
      if (constraint.requirement !== "MUST_RETURN" || !returnsNone(subject)) return [];
      return [
        {
          severity: "warning",
          path: `${path}/requirement`,
          message:
            "the constraint says that every path returns the value, but an effect returns `None`; write OPTIONAL_RETURN or correct the effect",
          fix: {
            title: "Write OPTIONAL_RETURN",
            patch: [{ op: "add", path: `${path}/requirement`, value: "OPTIONAL_RETURN" }],
          },
        },
      ];
    }
    if (constraint.type !== "loop_constraint" || constraint.search_type !== "FIRST_MATCH")
      return [];
    if (STOPS.test(text) || STOPS.test(subject.prompt ?? "") || !COLLECTS.test(text)) return [];
    return [
      {
        severity: "warning",
        path,
        message:
          "the constraint stops the loop at the first match, but the effects go through all elements; write ALL_MATCHES or correct the effects",
      },
    ];
  });
}

/** On one path and not on all of them. */
function returnsNone({ effects }: CheckSubject): boolean {
  const types = placeBranches(effects).flatMap(({ result }) =>
    result === null ? [] : [result.expression === null ? null : readValueType(result.expression)],
  );
  return types.includes("None") && types.some((type) => type !== "None");
}
