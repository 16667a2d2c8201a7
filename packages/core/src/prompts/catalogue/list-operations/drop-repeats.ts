import { pythonLiteral } from "../../python-literal.ts";
import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { withArticle } from "../../words/article.ts";
import { capitalise } from "../../words/sentence.ts";
import { TEXT_LISTS } from "../../words/text-lists.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

export const dropRepeats = defineTemplate({
  id: "drop_repeats",
  category: "list_operations",
  title: "Keep each text once",
  slots: {
    texts: { kind: "word", values: TEXT_LISTS },
    which: { kind: "choice", values: ["first", "last"] },
    letterCase: { kind: "choice", values: ["exact", "any"] },
    maximum: { kind: "number", values: [0, 3, 5, 10] },
    blanks: { kind: "choice", values: ["kept", "dropped"] },
  },
  phrasings: [
    ({ texts, which, letterCase, maximum, blanks }) =>
      `Remove repeated ${texts.many} from a list: each stays at the place of its ${which} appearance.${letterCase === "any" ? " Upper and lower case count as the same, and the spelling that stays is the one at that place." : ""}${blanks === "dropped" ? " Empty texts are removed as well." : ""}${maximum === 0 ? "" : ` Return only the first ${maximum} of what is left.`}`,
    ({ texts, which, letterCase, maximum, blanks }) =>
      `Return ${texts.many} without duplicates as a new list. If ${withArticle(texts.one)} occurs more than once, only its ${which} occurrence is kept, ${letterCase === "any" ? "and case makes no difference when they are compared" : "where only exactly equal texts are duplicates"}.${blanks === "dropped" ? " Leave out empty texts." : ""}${maximum === 0 ? "" : ` At most ${maximum} entries are returned.`}`,
  ],
  load: ({ which, letterCase, maximum, blanks }) => ({
    branches: 2 + (maximum === 0 ? 0 : 1),
    quirks: 1,
    edgeCases:
      (which === "last" ? 1 : 0) + (letterCase === "any" ? 1 : 0) + (blanks === "dropped" ? 1 : 0),
  }),
  blueprint: ({
    texts: { list, item, many, description, samples },
    which,
    letterCase,
    maximum,
    blanks,
  }) => {
    const name = `unique_${list}`;
    const isAny = letterCase === "any";
    const key = (entry: string) => (isAny ? `${entry}.lower()` : entry);
    const [a, b, c] = samples;
    const upper = a === a.toUpperCase() ? a.toLowerCase() : a.toUpperCase();
    const cut = (entries: string[]) =>
      pythonLiteral(maximum === 0 ? entries : entries.slice(0, maximum));
    const repeated = [a, b, a, c, b];
    const many12 = Array.from({ length: 12 }, (_, index) => `${a}${index}`);
    const reverse = which === "last";
    const blankTest = blanks === "dropped" ? `${item} == ''` : "";
    return {
      ir: writeIr({
        summary: `Keep each of the ${many} once.`,
        name,
        parameters: [[list, "list[str]", description]],
        returns: "list[str]",
        effects: [
          `Two entries are the same if ${isAny ? `their lower-case forms, made with lower(), are equal, so ${pythonLiteral(a)} and ${pythonLiteral(upper)} are the same` : `they are exactly equal, so ${pythonLiteral(a)} and ${pythonLiteral(upper)} differ`}.`,
          ...(blanks === "dropped"
            ? [
                `Leave out every ${item} that equals LITERAL ''; a text of spaces is not empty and stays.`,
              ]
            : []),
          `Let kept be a new list with the ${which} of each group of same entries, in the order in which these stand in ${list}; a set alone would lose the order.`,
          ...(maximum === 0
            ? []
            : [`If kept has more than ${maximum} entries, cut it to its first ${maximum}.`]),
          `Return kept; if ${list} is empty, return LITERAL []. ${capitalise(list)} itself is not changed.`.replace(
            capitalise(list),
            `The list ${list}`,
          ),
        ],
        assertions: [
          assertCase({ [list]: "[]" }, "[]", "Empty list"),
          assertCase({ [list]: pythonLiteral([a]) }, pythonLiteral([a]), "Single element"),
          assertCase(
            { [list]: pythonLiteral(repeated) },
            cut(reverse ? [a, c, b] : [a, b, c]),
            "Repetitions",
          ),
          assertCase(
            { [list]: pythonLiteral([a, upper]) },
            cut(isAny ? [reverse ? upper : a] : [a, upper]),
            "Only the case differs",
          ),
          assertCase(
            { [list]: "['', ' ', '']" },
            blanks === "dropped" ? "[' ']" : cut(reverse ? [" ", ""] : ["", " "]),
            "Empty texts and spaces",
          ),
          [`len({${key("entry")} for entry in result}) == len(result)`, "Each once"],
          ...(maximum === 0
            ? ([
                [
                  `{${key("entry")} for entry in result} == {${key("entry")} for entry in ${list}${blanks === "dropped" ? " if entry != ''" : ""}}`,
                  "Nothing is lost",
                ],
              ] as const)
            : ([
                [`len(result) <= ${maximum}`, "Never more than the limit"],
                assertCase(
                  { [list]: pythonLiteral(many12) },
                  cut(many12),
                  "More entries than the limit",
                ),
              ] as const)),
          [`result is not ${list}`, "A new list"],
        ],
      }),
      implementation: pythonSource(
        `def ${name}(${list}):`,
        `    seen = set()`,
        `    kept = []`,
        `    for ${item} in ${reverse ? `reversed(${list})` : list}:`,
        ...(blankTest === "" ? [] : [`        if ${blankTest}:`, `            continue`]),
        `        key = ${key(item)}`,
        `        if key not in seen:`,
        `            seen.add(key)`,
        `            kept.append(${item})`,
        ...(reverse ? [`    kept.reverse()`] : []),
        maximum === 0 ? `    return kept` : `    return kept[:${maximum}]`,
      ),
      inputs: [
        [],
        [a],
        repeated,
        [a, upper],
        ["", " ", ""],
        [c, b, a],
        [b, "", upper, a, b],
        many12,
      ].map((value) => [pythonLiteral(value)]),
    };
  },
});
