import { defineMutator } from "../define-mutator.ts";
import type { Edit, EditSource } from "../edit.ts";
import { replaceEffect, replacePredicate } from "../edits/changes.ts";
import { replaceRange } from "../edits/replace-range.ts";

const SYNONYMS: Record<string, string[]> = {
  result: ["output", "return_value", "res", "answer"],
  items: ["elements", "entries"],
  values: ["vals", "elements"],
  text: ["txt", "input_text"],
  numbers: ["nums", "number_list"],
};
const LET = /\bLet (\w+)(?: and (\w+))? be\b/g;
const NAME = /(?<![\w.'"])[a-z_]\w*(?!\w|')/g;
/** Marks that show that a word in an effect is a name of the program and not of English. */
const CODE_BEFORE = /(?:[([{]|[-+*/%=<>]=? )$/;
const CODE_AFTER = /^(?:[)\]}[(.](?=\S)|\)| (?:[-+*/%<>]|==|!=|<=|>=)(?: |$))/;

/** A name is spelt otherwise in one place than where it was introduced. */
export const undefinedName = defineMutator("undefined_name", (source) => {
  const known = listKnownNames(source);
  return [
    source.predicates.flatMap((predicate, index) =>
      renameEach(source, predicate, known, () => true).map(({ text, note }) => ({
        path: `/assertions/${index}/predicate`,
        note,
        change: replacePredicate(index, text),
      })),
    ),
    source.effects.flatMap((effect, index) =>
      renameEach(source, effect, known, isCode).map(({ text, note }) => ({
        path: `/effects/${index}/description`,
        note,
        change: replaceEffect(index, text),
      })),
    ),
  ];
});

function listKnownNames({ ir, effects }: EditSource): Set<string> {
  const introduced = effects.flatMap((effect) =>
    [...effect.matchAll(LET)].flatMap(([, first, second]) => [first, second]),
  );
  const names = ["result", ...ir.signature.parameters.map(({ name }) => name), ...introduced];
  return new Set(names.filter((name) => name !== undefined));
}

function renameEach(
  source: EditSource,
  text: string,
  known: Set<string>,
  isName: (text: string, start: number, end: number) => boolean,
): Pick<Edit & { text: string }, "text" | "note">[] {
  return listNames(text)
    .filter(({ name, start, end }) => known.has(name) && isName(text, start, end))
    .flatMap(({ name, start, end }) =>
      listMisnomers(name)
        .filter((wrong) => !isTaken(source, wrong))
        .map((wrong) => ({
          text: replaceRange(text, { start, end }, wrong),
          note: `${name} is called ${wrong} at offset ${start}`,
        })),
    );
}

/** Names outside quotation marks, but not where an effect introduces them. */
function listNames(text: string): { name: string; start: number; end: number }[] {
  const quoteless = text
    .replaceAll(/(?<!\w)'(?:[^'\\]|\\.)*'/g, (quoted) => "'".repeat(quoted.length))
    .replaceAll(LET, (introduction) => " ".repeat(introduction.length));
  return [...quoteless.matchAll(NAME)].map(({ 0: name, index }) => ({
    name,
    start: index,
    end: index + name.length,
  }));
}

function isCode(text: string, start: number, end: number): boolean {
  const isSnakeCase = text.slice(start, end).includes("_");
  return isSnakeCase || CODE_BEFORE.test(text.slice(0, start)) || CODE_AFTER.test(text.slice(end));
}

function listMisnomers(name: string): string[] {
  const number = name.endsWith("s") ? name.slice(0, -1) : `${name}s`;
  return [...(SYNONYMS[name] ?? [`the_${name}`]), `input_${name}`, `${name}_value`, number];
}

/** A word that the IR or its prompt uses for something else would be no slip that can be seen. */
function isTaken({ prompt, effects, predicates, ir }: EditSource, name: string): boolean {
  const texts = [prompt, ir.intent.summary, ...effects, ...predicates];
  return name.length < 2 || texts.some((text) => new RegExp(`\\b${name}\\b`, "i").test(text));
}
