import type { CheckSubject } from "../../check-subject.ts";
import { findClosestWord } from "../../../ir/find-closest-word.ts";
import { BUILTIN_NAMES, isLibraryName } from "../../python/builtin-names.ts";
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
  for (const { introduced } of subject.effects) for (const { name } of introduced) named.add(name);
  /** By name the predicates that use it. */
  const places = new Map<string, number[]>();
  ir.assertions.forEach(({ predicate }, index) => {
    for (const { name, end } of subject.namesOf(index)) {
      if (named.has(name) || BUILTIN_NAMES.has(name) || RESULT_NAMES.has(name)) continue;
      if (isLibraryName(name, predicate.charAt(end))) continue;
      const indices = places.get(name);
      if (indices === undefined) places.set(name, [index]);
      else if (indices.at(-1) !== index) indices.push(index);
    }
  });
  const missing = [...places].filter(([name, indices]) => {
    if (indices.length < 2) return false;
    const near = findClosestWord(name, parameters);
    return near === undefined || indices.some((index) => uses(subject, index, near));
  });
  return new Set(missing.map(([name]) => name));
}

function uses(subject: CheckSubject, index: number, wanted: string): boolean {
  const predicate = subject.ir.assertions[index]?.predicate ?? "";
  return subject
    .namesOf(index)
    .some(({ name, end }) => name === wanted && !isLibraryName(name, predicate.charAt(end)));
}
