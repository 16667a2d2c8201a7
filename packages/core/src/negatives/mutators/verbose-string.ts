import { defineMutator } from "../define-mutator.ts";
import type { Edit } from "../edit.ts";
import { combineChanges, removeAssertions, replaceEffect } from "../edits/changes.ts";
import { combineWords } from "../edits/combine-words.ts";
import type { MarkedLiteral } from "../edits/list-marked-literals.ts";
import { listPromptLiterals, type PromptLiteral } from "../edits/list-prompt-literals.ts";
import { replaceRange } from "../edits/replace-range.ts";

const TEXT_PARAPHRASES = [
  ...combineWords(
    ["a message", "a string", "a text", "a label", "an error message", "a short note", "some text"],
    [
      "that explains the case",
      "that describes this case",
      "indicating this",
      "saying so",
      "that tells the user what is wrong",
      "for this situation",
    ],
  ),
  ...combineWords(
    ["the matching", "the corresponding", "an appropriate", "a suitable", "the right"],
    ["label", "string", "message", "text", "status"],
  ),
];
const NUMBER_PARAPHRASES = [
  ...combineWords(
    ["the corresponding", "the appropriate", "the matching", "a suitable", "the right"],
    ["value", "number", "amount", "constant"],
  ),
  "a sentinel value",
  "a value indicating this case",
];

/** A literal that the prompt gives is described, or stands there without its marker. */
export const verboseString = defineMutator("verbose_string", (source) => {
  const places = listPromptLiterals(source).filter(({ isGiven }) => isGiven);
  return [
    places.flatMap((place) => paraphrase(place, describeLoosely(place.literal), "kept")),
    places.flatMap((place) => paraphrase(place, describeLoosely(place.literal), "dropped")),
    places.flatMap((place) => paraphrase(place, describeByItself(place.literal), "kept")),
    places.filter((place) => isOnlyPlace(place, places)).flatMap(unmark),
  ];
});

function describeLoosely({ text }: MarkedLiteral): string[] {
  if (text === null) return NUMBER_PARAPHRASES;
  return /[a-z]/i.test(text) ? TEXT_PARAPHRASES : ["the separator character", "the right symbol"];
}

/** The words of the literal without its quotation marks, as part of a sentence. */
function describeByItself({ text }: MarkedLiteral): string[] {
  if (text === null || !/[a-z]/i.test(text)) return [];
  return [`a message saying that it is ${text}`, `a string meaning ${text}`];
}

function paraphrase(
  { index, effect, literal }: PromptLiteral,
  wordings: string[],
  assertions: "kept" | "dropped",
): Edit[] {
  return wordings.map((wording) => ({
    path: `/effects/${index}/description`,
    note: `${literal.spelling} is paraphrased as "${wording}"; assertions are ${assertions}`,
    change: combineChanges(
      replaceEffect(index, replaceRange(effect, literal, wording)),
      removeAssertions(
        (predicate) => assertions === "dropped" && predicate.endsWith(`== ${literal.spelling}`),
      ),
    ),
  }));
}

function isOnlyPlace({ literal }: PromptLiteral, places: PromptLiteral[]): boolean {
  return places.filter((other) => other.literal.spelling === literal.spelling).length === 1;
}

function unmark({ index, effect, literal }: PromptLiteral): Edit[] {
  if (literal.text === null) return [];
  const bare = { start: literal.start, end: literal.valueStart };
  return [
    {
      path: `/effects/${index}/description`,
      note: `${literal.spelling} has lost its marker LITERAL`,
      change: replaceEffect(index, replaceRange(effect, bare, "")),
    },
  ];
}
