import { pythonLiteral } from "../../python-literal.ts";
import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { withArticle } from "../../words/article.ts";
import { ordinal } from "../../words/sentence.ts";
import { TEXTS } from "../../words/texts.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

export const makeSlug = defineTemplate({
  id: "make_slug",
  category: "string_manipulation",
  title: "Turn a text into a short identifier",
  slots: {
    subject: { kind: "word", values: TEXTS },
    separator: { kind: "label", values: ["-", "_", ".", "+", "~"] },
    words: { kind: "threshold", values: [0, 2, 3, 4, 5] },
    letters: { kind: "choice", values: ["lower", "upper", "title"] },
    empty: { kind: "label", values: ["untitled", "empty", "none", "x"] },
  },
  rules: [
    {
      name: "words_to_join",
      slots: ["subject"],
      message: "only a text of several words can be joined to an identifier",
      holds: ({ subject }) => subject.hasWords,
    },
  ],
  phrasings: [
    ({ subject, separator, words, letters, empty }) =>
      `Turn ${withArticle(subject.one)} into an identifier: split it at white space, ${words === 0 ? "" : `keep the first ${words} words, `}write each word ${LETTERS[letters].words}, and join them with '${separator}'. If there is no word at all, return '${empty}'.`,
    ({ subject, separator, words, letters, empty }) =>
      `Build an identifier from ${withArticle(subject.one)}. Runs of white space become a single '${separator}', white space at the ends disappears, and all words are ${LETTERS[letters].words}.${words === 0 ? "" : ` Words after the ${ordinal(words)} are left out.`} A blank or empty text gives '${empty}'.`,
  ],
  load: ({ words, letters }) => ({
    branches: 2,
    quirks: letters === "title" ? 1 : 0,
    edgeCases: words === 0 ? 2 : 3,
  }),
  blueprint: ({ subject: { name: x, one, description }, separator, words, letters, empty }) => {
    const name = `identifier_of_${x}`;
    const limit = words === 0 ? "" : `[:${words}]`;
    const form = (word: string) =>
      ({
        lower: word.toLowerCase(),
        upper: word.toUpperCase(),
        title: word.slice(0, 1).toUpperCase() + word.slice(1),
      })[letters];
    const slug = (text: string) => {
      const list = text.split(/\s+/).filter((word) => word !== "");
      return pythonLiteral(
        list.length === 0
          ? empty
          : list
              .slice(0, words === 0 ? list.length : words)
              .map(form)
              .join(separator),
      );
    };
    const expression = {
      lower: "word.lower()",
      upper: "word.upper()",
      title: "word[0].upper() + word[1:]",
    }[letters];
    const many = "One two three four five six seven";
    const exact = many
      .split(" ")
      .slice(0, words === 0 ? 2 : words)
      .join(" ");
    return {
      ir: writeIr({
        summary: `Turn ${withArticle(one)} into an identifier.`,
        name,
        parameters: [[x, "str", description]],
        returns: "str",
        effects: [
          `Let words be ${x}.split(), which ignores white space at both ends and splits at runs of it; split(' ') would give empty words.`,
          `If words is empty, return LITERAL ${pythonLiteral(empty)}; this covers the empty text and a text of nothing but white space.`,
          ...(words === 0
            ? []
            : [`If there are more than ${words} words, keep only the first ${words}.`]),
          `Write each word ${{ lower: "in lower case with lower()", upper: "in upper case with upper()", title: "with its first character in upper case and the rest unchanged; title() and capitalize() would change the rest" }[letters]}.`,
          `Return the words joined with LITERAL ${pythonLiteral(separator)}; other characters, dashes included, are copied as they are.`,
        ],
        assertions: [
          assertCase({ [x]: "''" }, pythonLiteral(empty), "Empty text"),
          [`${x}.strip() != '' or result == ${pythonLiteral(empty)}`, "Nothing but white space"],
          assertCase({ [x]: "'one'" }, slug("one"), "Single word"),
          assertCase(
            { [x]: "'  iPhone\\t big  case '" },
            slug("  iPhone\t big  case "),
            "White space and mixed case",
          ),
          assertCase({ [x]: "'a-b c_d'" }, slug("a-b c_d"), "Other characters"),
          ...(words === 0
            ? []
            : [assertCase({ [x]: pythonLiteral(exact) }, slug(exact), "As many words as allowed")]),
          assertCase({ [x]: pythonLiteral(many) }, slug(many), "Many words"),
          [
            `${x}.strip() == '' or result == ${pythonLiteral(separator)}.join(${expression} for word in ${x}.split()${limit})`,
            "Every text with words",
          ],
        ],
      }),
      implementation: pythonSource(
        `def ${name}(${x}):`,
        `    words = ${x}.split()${limit}`,
        `    if not words:`,
        `        return ${pythonLiteral(empty)}`,
        `    return ${pythonLiteral(separator)}.join(${expression} for word in words)`,
      ),
      inputs: [
        "",
        "  \t",
        "one",
        "  iPhone\t big  case ",
        "a-b c_d",
        exact,
        many,
        "\u00e9cole MODERNE",
      ].map((value) => [pythonLiteral(value)]),
    };
  },
});

const LETTERS = {
  lower: { words: "in lower case" },
  upper: { words: "in upper case" },
  title: { words: "with a capital first letter and the rest as it is" },
} as const;
