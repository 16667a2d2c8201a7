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
  const effects = ir.effects.map(({ description }) => description).join("\n");
  const predicates = ir.assertions.map(({ predicate }) => predicate).join("\n");
  const text = `${effects}\n${predicates}`.toLowerCase();
  const isUsed = parameters.map(({ name }) => hasWord(text, name));
  if (!isUsed.includes(true) || !isUsed.includes(false)) return [];
  const words = new Set(text.match(/\w+/g));
  const prompted = (prompt ?? "").toLowerCase();
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

const WORD_CHARACTER = /\w/;

/** Whether a name stands somewhere in a text and not only as a part of another. */
function hasWord(text: string, name: string): boolean {
  if (name === "" || /\W/.test(name)) return false;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const [before, after] = [text.charAt(at - 1), text.charAt(at + name.length)];
    if (!WORD_CHARACTER.test(before) && !WORD_CHARACTER.test(after)) return true;
  }
  return false;
}

/** Whether the effects, or the prompt, have the word in singular or plural. */
function hasForm(part: string, words: ReadonlySet<string>, prompt: string): boolean {
  const stem = part.replace(/(?:ies|es|s)$/, "");
  const isEffect = [part, stem, `${part}s`, `${stem}es`].some((form) => words.has(form));
  return isEffect || (stem.length > 3 && prompt.includes(stem));
}
