import { listMissingParameters } from "../signature/list-missing-parameters.ts";
import { RESULT_NAMES } from "./result-names.ts";
import { findClosestWord } from "../../../ir/find-closest-word.ts";
import type { CheckSubject } from "../../check-subject.ts";
import type { Observation } from "../../check.ts";
import { BUILTIN_NAMES, isLibraryName } from "../../python/builtin-names.ts";
import { isHarmless } from "../../fixes/is-harmless.ts";
import type { UsedName } from "../../python/list-free-names.ts";
import type { QuickFix } from "../../quick-fix.ts";

/** Names of predicates that are no parameter, not `result` and not built into Python. */
export function findUndefinedInPredicates(subject: CheckSubject): Observation[] {
  const { ir } = subject;
  const parameters = ir.signature.parameters.map(({ name }) => name);
  const known = new Set([...parameters, "result", ir.signature.name]);
  const missing = listMissingParameters(subject);
  return ir.assertions.flatMap(({ predicate }, index) => {
    const unknown = subject
      .namesOf(index)
      .filter(
        (used) => !known.has(used.name) && !missing.has(used.name) && !isBuiltIn(used, predicate),
      );
    if (unknown.length === 0) return [];
    return takeFirstOfEach(unknown).map((used) => ({
      severity: "error" as const,
      path: `/assertions/${index}/predicate`,
      message: `the predicate uses \`${used.name}\`, which is neither a parameter nor \`result\`${nameParameters(parameters)}`,
      ...proposeFix(subject, used.name, unknown, index),
    }));
  });
}

function nameParameters(parameters: readonly string[]): string {
  if (parameters.length === 0 || parameters.length > 5) return "";
  return `; the parameters are ${parameters.map((name) => `\`${name}\``).join(", ")}`;
}

/** `input` is built in, but a predicate that does not call it means a parameter. */
function isBuiltIn({ name, end }: UsedName, predicate: string): boolean {
  if (name === "input") return predicate.charAt(end) === "(";
  return BUILTIN_NAMES.has(name) || isLibraryName(name, predicate.charAt(end));
}

function takeFirstOfEach(names: readonly UsedName[]): UsedName[] {
  return names.filter(
    ({ name }, index) => names.findIndex((other) => other.name === name) === index,
  );
}

function proposeFix(
  subject: CheckSubject,
  name: string,
  unknown: readonly UsedName[],
  index: number,
): { fix?: QuickFix } {
  const { ir } = subject;
  const parameters = ir.signature.parameters.map((parameter) => parameter.name);
  const meant = RESULT_NAMES.has(name) ? "result" : findClosestWord(name, parameters);
  if (meant === undefined) return {};
  const places = unknown.filter((used) => used.name === name).toReversed();
  const value = places.reduce(
    (text, { start, end }) => text.slice(0, start) + meant + text.slice(end),
    ir.assertions[index]?.predicate ?? "",
  );
  const assertions = ir.assertions.with(index, { predicate: value, holes: [] });
  if (!isHarmless(subject, { assertions })) return {};
  const path = `/assertions/${index}/predicate`;
  return {
    fix: {
      title: `Write \`${meant}\` for \`${name}\``,
      patch: [{ op: "replace", path, value }],
    },
  };
}
