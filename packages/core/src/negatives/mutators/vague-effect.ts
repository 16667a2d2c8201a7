import { defineMutator } from "../define-mutator.ts";
import type { Edit } from "../edit.ts";
import { replaceEffect } from "../edits/changes.ts";
import { combineWords } from "../edits/combine-words.ts";

const VAGUE_STEPS = [
  ...combineWords(
    ["Handle", "Process", "Treat", "Adjust", "Normalise", "Format", "Clean up", "Deal with"],
    ["the input", "the value", "edge cases", "special characters", "errors", "the rest"],
    [
      "appropriately.",
      "as needed.",
      "properly.",
      "in a sensible way.",
      "where required.",
      "gracefully.",
      "nicely.",
      "accordingly.",
      "as usual.",
      "somehow.",
    ],
  ),
  ...combineWords(
    ["Return"],
    ["a suitable", "the appropriate", "a meaningful", "an adequate", "a reasonable", "the correct"],
    ["result.", "value.", "answer.", "response.", "output."],
  ),
  "Apply the necessary transformation to the values.",
  "Perform the required checks and react accordingly.",
  "Do the usual validation.",
  "Perform validation.",
  "Ensure correct behaviour for all inputs.",
  "Make sure the function is robust.",
  "Compute the result using a reasonable approach.",
  "Use a good default.",
  "Apply the business rules.",
  "TODO: decide what happens here.",
];
const VAGUE_CONDITIONS = [
  "If the value is unusual",
  "If it makes sense",
  "If the input is invalid in some way",
  "If necessary",
  "If the number is large enough",
];
const VAGUE_MANNERS = [
  "as appropriate",
  "in a suitable way",
  "as needed",
  "if necessary",
  "or similar",
];
const BRANCH = /^If [^;]*?(?=,? return\b)/;

/** A step that says what is wanted but not what to do. */
export const vagueEffect = defineMutator("vague_effect", ({ effects }) => [
  effects.flatMap((effect, index) => VAGUE_STEPS.map((step) => edit(index, effect, step))),
  effects.flatMap((effect, index) =>
    BRANCH.test(effect)
      ? VAGUE_CONDITIONS.map((condition) => edit(index, effect, effect.replace(BRANCH, condition)))
      : [],
  ),
  effects.flatMap((effect, index) =>
    /^(?:Let|Go|Build|Collect|Replace|Remove|Find|Count|For each|Keep)\b/.test(effect)
      ? VAGUE_MANNERS.map((manner) => edit(index, effect, loosen(effect, manner)))
      : [],
  ),
]);

function edit(index: number, before: string, after: string): Edit {
  return {
    path: `/effects/${index}/description`,
    note: `"${before}" has become "${after}"`,
    change: replaceEffect(index, after),
  };
}

/** Only the head of the sentence is left, with a manner in place of the rest. */
function loosen(effect: string, manner: string): string {
  const head = effect
    .split(" ")
    .slice(0, 4)
    .join(" ")
    .replace(/[;,.:]$/, "");
  return `${head} ${manner}.`;
}
