import { pythonLiteral } from "../../python-literal.ts";
import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { withArticle } from "../../words/article.ts";
import { TEXTS } from "../../words/texts.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

const SETS = [
  { id: "vowels", words: "vowels, that is a, e, i, o and u", characters: "aeiou", sample: "Radio" },
  { id: "digits", words: "digits from 0 to 9", characters: "0123456789", sample: "R2 and 70" },
  { id: "stops", words: "the marks '.', '!' and '?'", characters: ".!?", sample: "Stop! Why?" },
  {
    id: "brackets",
    words: "opening brackets, round, square or curly",
    characters: "([{",
    sample: "f(a[1])",
  },
  {
    id: "operators",
    words: "the signs '+', '-', '*' and '/'",
    characters: "+-*/",
    sample: "1+2-3*4",
  },
  { id: "hex", words: "the letters a to f", characters: "abcdef", sample: "Cafe 12" },
  { id: "quotes", words: "the characters '#' and '@'", characters: "#@", sample: "@ada #1" },
  { id: "blanks", words: "spaces and tabs", characters: " \t", sample: "a b\tc" },
] as const;

export const countCharacters = defineTemplate({
  id: "count_characters",
  category: "string_manipulation",
  title: "Count characters of a set",
  slots: {
    subject: { kind: "word", values: TEXTS },
    set: { kind: "choice", values: SETS },
    letterCase: { kind: "choice", values: ["exact", "any"] },
    repeats: { kind: "choice", values: ["each", "distinct"] },
    limit: { kind: "threshold", values: [0, 3, 5, 9] },
  },
  rules: [
    {
      name: "case_needs_letters",
      slots: ["set", "letterCase"],
      message: "upper and lower case matter only for letters",
      holds: ({ set, letterCase }) =>
        letterCase === "exact" || set.id === "vowels" || set.id === "hex",
    },
  ],
  phrasings: [
    ({ subject, set, letterCase, repeats, limit }) =>
      `Count the ${repeats === "distinct" ? "different characters" : "characters"} of ${withArticle(subject.one)} that are ${set.words.replace(/^the (letters|marks|signs|characters)/, "one of the $1").replace(/^(spaces)/, "$1")}.${HINTS(set.id, letterCase)}${limit === 0 ? "" : ` Return at most ${limit}: a higher count gives ${limit}.`}`,
    ({ subject, set, letterCase, repeats, limit }) =>
      `How ${repeats === "distinct" ? "many different" : "many"} ${set.words.replace(/^the /, "of the ")} does ${withArticle(subject.one)} contain? Return the number${limit === 0 ? "" : `, but never more than ${limit}`}.${HINTS(set.id, letterCase)}`,
  ],
  load: ({ set, repeats, limit }) => ({
    branches: limit === 0 ? 1 : 2,
    quirks: set.id === "digits" || repeats === "distinct" ? 1 : 0,
    edgeCases: (repeats === "distinct" ? 1 : 0) + (limit === 0 ? 0 : 1),
  }),
  blueprint: ({ subject: { name: x, one, description }, set, letterCase, repeats, limit }) => {
    const name = `count_${set.id}_in_${x}`;
    const all =
      letterCase === "any" ? set.characters + set.characters.toUpperCase() : set.characters;
    const count = (text: string) => {
      const found = [...text]
        .filter((character) => all.includes(character))
        .map((character) => (letterCase === "any" ? character.toLowerCase() : character));
      const number = repeats === "distinct" ? new Set(found).size : found.length;
      return limit === 0 ? number : Math.min(number, limit);
    };
    const [first = ""] = set.characters;
    const upper = set.characters.toUpperCase();
    const cases: [string, string][] = [
      ["", "Empty text"],
      ["xyz", "None of them"],
      [first, "Single character"],
      [first + first, "The same one twice"],
      [set.sample, "Usual text"],
      [set.characters + set.characters, "All of them, twice"],
      ...(upper === set.characters ? [] : ([[upper, "Upper case"]] as [string, string][])),
      ...(limit === 0
        ? []
        : ([
            [first.repeat(limit), "As many as the limit"],
            [first.repeat(limit + 1), "One more than the limit"],
          ] as [string, string][])),
    ];
    const source = letterCase === "any" ? "character.lower()" : "character";
    const formula =
      repeats === "distinct"
        ? `len({${source} for character in ${x} if character in ${pythonLiteral(all)}})`
        : `sum(1 for character in ${x} if character in ${pythonLiteral(all)})`;
    return {
      ir: writeIr({
        summary: `Count ${set.words.split(",")[0]} in ${withArticle(one)}.`,
        name,
        parameters: [[x, "str", description]],
        returns: "int",
        effects: [
          `A character of ${x} counts if it is one of the characters of LITERAL ${pythonLiteral(all)}${set.id === "digits" ? "; str.isdigit is too wide, because it accepts digits of other scripts" : ""}.`,
          letterCase === "any"
            ? `Upper and lower case are the same, so LITERAL ${pythonLiteral(upper.slice(0, 1))} counts like LITERAL ${pythonLiteral(first)}.`
            : `Characters are compared exactly; letters with accents are other characters.`,
          `Let count be the number of ${repeats === "distinct" ? "different characters that count, each once however often it occurs" : "places with a character that counts, repetitions included"}.`,
          ...(limit === 0
            ? ["Return count; it is 0 for an empty text."]
            : [
                `If count > ${limit}, return LITERAL ${limit}.`,
                `Otherwise return count; it is 0 for an empty text.`,
              ]),
        ],
        assertions: [
          ...cases.map(([text, why]) => assertCase({ [x]: pythonLiteral(text) }, count(text), why)),
          [`result == ${limit === 0 ? formula : `min(${formula}, ${limit})`}`, "Every text"],
        ],
      }),
      implementation: pythonSource(
        `def ${name}(${x}):`,
        `    count = ${formula}`,
        limit === 0 ? `    return count` : `    return ${limit} if count > ${limit} else count`,
      ),
      inputs: [
        ...cases.map(([text]) => text),
        `${set.sample} \u00e4\u0663 ${set.sample.toUpperCase()}`,
      ].map((value) => [pythonLiteral(value)]),
    };
  },
});

const HINTS = (set: string, letterCase: "exact" | "any") => {
  if (letterCase === "any") return " Upper and lower case count alike.";
  return set === "vowels" || set === "hex" ? " Only lower case counts." : "";
};
