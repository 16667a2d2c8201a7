import type { CheckSubject } from "../../check-subject.ts";
import type { Observation } from "../../check.ts";
import { listMissingParameters } from "./list-missing-parameters.ts";

/** Inputs that predicates speak of and that the signature does not have. */
export function findMissingParameters(subject: CheckSubject): Observation[] {
  return [...listMissingParameters(subject)].map((name) => ({
    severity: "error",
    path: "/signature/parameters",
    message: `the predicates use \`${name}\`, but the signature has no such parameter; add it`,
  }));
}

/** Parameters that nothing speaks of, next to others that are used by name. */
export function findUnusedParameters({ ir, prompt }: CheckSubject): Observation[] {
  const { parameters } = ir.signature;
  if (parameters.length < 2 || ir.effects.length === 0) return [];
  const texts = [
    ...ir.effects.map(({ description }) => description),
    ...ir.assertions.map(({ predicate }) => predicate),
  ].join("\n");
  const words = new Set(texts.toLowerCase().match(/\w+/g));
  const prompted = (prompt ?? "").toLowerCase();
  const isUsed = parameters.map(({ name }) => words.has(name));
  if (!isUsed.some(Boolean)) return [];
  return parameters.flatMap(({ name }, index): Observation[] => {
    const isSpokenOf = name
      .split("_")
      .some((part) => part.length > 2 && hasForm(part, words, prompted));
    if (isUsed[index] === true || name === "" || isSpokenOf) return [];
    return [
      {
        severity: "warning",
        path: `/signature/parameters/${index}`,
        message: `no effect and no predicate uses the parameter \`${name}\`; use it or remove it`,
      },
    ];
  });
}

/** Whether the effects, or the prompt, have the word in singular or plural. */
function hasForm(part: string, words: ReadonlySet<string>, prompt: string): boolean {
  const stem = part.replace(/(?:ies|es|s)$/, "");
  const isEffect = [part, stem, `${part}s`, `${stem}es`].some((form) => words.has(form));
  return isEffect || (stem.length > 3 && prompt.includes(stem));
}
