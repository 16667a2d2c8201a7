import { defineMutator } from "../define-mutator.ts";
import type { Edit, EditSource } from "../edit.ts";
import {
  combineChanges,
  removeAssertions,
  removeEffects,
  replaceEffect,
  rewriteTexts,
} from "../edits/changes.ts";
import { listPromptLiterals, type PromptLiteral } from "../edits/list-prompt-literals.ts";
import { listSlips } from "../edits/list-slips.ts";
import { replaceRange } from "../edits/replace-range.ts";

/** A value of the prompt is misspelt, in other case, another number, or gone with its branch. */
export const wrongLiteral = defineMutator("wrong_literal", (source) => {
  const places = listPromptLiterals(source);
  const texts = places.filter(({ literal }) => literal.text !== null);
  const numbers = places.filter(({ literal, isGiven }) => literal.text === null && isGiven);
  return [
    texts.flatMap((place) => changeText(source, place, "everywhere")),
    texts.flatMap((place) => changeText(source, place, "here")),
    numbers.flatMap((place) => changeNumber(place)),
    places.filter(({ effect }) => effect.startsWith("If ")).map((place) => drop(source, place)),
  ];
});

function changeText(
  { prompt }: EditSource,
  { index, effect, literal }: PromptLiteral,
  scope: "everywhere" | "here",
): Edit[] {
  const right = literal.spelling;
  const quote = right.charAt(0);
  return listSlips(literal.text ?? "")
    .map((slip) => quote + slip + quote)
    .filter((wrong) => !prompt.includes(wrong))
    .map((wrong) => ({
      path: `/effects/${index}/description`,
      note: `${right} has become ${wrong} ${scope}`,
      change:
        scope === "here"
          ? replaceEffect(
              index,
              replaceRange(effect, { ...literal, start: literal.valueStart }, wrong),
            )
          : rewriteTexts((text) => text.replaceAll(right, () => wrong)),
    }));
}

function changeNumber({ index, effect, literal }: PromptLiteral): Edit[] {
  const value = Number(literal.spelling);
  const wrongs = [value + 1, value * 10, -value, value + 0.5].filter((wrong) => wrong !== value);
  return wrongs.map((wrong) => ({
    path: `/effects/${index}/description`,
    note: `${literal.spelling} has become ${wrong}`,
    change: combineChanges(
      replaceEffect(
        index,
        replaceRange(effect, { ...literal, start: literal.valueStart }, String(wrong)),
      ),
      removeAssertions((predicate) => predicate.endsWith(`== ${literal.spelling}`)),
    ),
  }));
}

/** The whole branch is forgotten, so the value is nowhere. */
function drop({ effects }: EditSource, { index, literal }: PromptLiteral): Edit {
  const others = effects.filter((effect, at) => at !== index && effect.includes(literal.spelling));
  return {
    path: "/effects",
    note: `the branch with ${literal.spelling} is missing`,
    change:
      others.length > 0
        ? () => undefined
        : combineChanges(
            removeEffects((_, at) => at === index),
            removeAssertions((predicate) => predicate.includes(literal.spelling)),
          ),
  };
}
