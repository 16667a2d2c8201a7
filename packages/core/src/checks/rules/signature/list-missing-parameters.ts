import type { CheckSubject } from "../../check-subject.ts";
import { findClosestWord } from "../../../ir/find-closest-word.ts";
import { BUILTIN_NAMES, isLibraryName } from "../../python/builtin-names.ts";
import { listFreeNames } from "../../python/list-free-names.ts";
import { RESULT_NAMES } from "../undefined-name/result-names.ts";

const known = new WeakMap<CheckSubject, ReadonlySet<string>>();

/**
 * Names that several predicates use as an input, though the signature has no such parameter. A name
 * of one predicate alone is a slip of that predicate, and so is one that is nearly a parameter, unless
 * it stands beside that parameter.
 */
export function listMissingParameters(subject: CheckSubject): ReadonlySet<string> {
  let missing = known.get(subject);
  if (missing === undefined) known.set(subject, (missing = findMissing(subject)));
  return missing;
}

function findMissing(subject: CheckSubject): ReadonlySet<string> {
  const { ir } = subject;
  const parameters = ir.signature.parameters.map(({ name }) => name);
  const named = new Set([...parameters, "result", ir.signature.name]);
  const counts = new Map<string, number>();
  const companions = new Map<string, Set<string>>();
  ir.assertions.forEach(({ predicate }, index) => {
    const parsed = subject.predicate(index);
    if (!parsed.ok) return;
    const names = listFreeNames(parsed.expression)
      .filter(({ name, end }) => !isLibraryName(name, predicate.charAt(end)))
      .map(({ name }) => name);
    for (const name of new Set(names)) {
      counts.set(name, (counts.get(name) ?? 0) + 1);
      companions.set(name, new Set([...(companions.get(name) ?? []), ...names]));
    }
  });
  const introduced = new Set(subject.effects.flatMap((e) => e.introduced.map(({ name }) => name)));
  const missing = [...counts]
    .filter(([name, count]) => count > 1 && !named.has(name) && !introduced.has(name))
    .map(([name]) => name)
    .filter((name) => !BUILTIN_NAMES.has(name) && !RESULT_NAMES.has(name))
    .filter((name) => {
      const near = findClosestWord(name, parameters);
      return near === undefined || companions.get(name)?.has(near) === true;
    });
  return new Set(missing);
}
