import { pythonLiteral } from "../../python-literal.ts";
import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { withArticle } from "../../words/article.ts";
import { TEXTS } from "../../words/texts.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

const RUNS = [
  { id: "dash", mark: "-", words: "dashes" },
  { id: "dot", mark: ".", words: "dots" },
  { id: "slash", mark: "/", words: "slashes" },
  { id: "underscore", mark: "_", words: "underscores" },
  { id: "exclamation", mark: "!", words: "exclamation marks" },
  { id: "space", mark: " ", words: "spaces" },
  { id: "comma", mark: ",", words: "commas" },
  { id: "equals", mark: "=", words: "equals signs" },
] as const;

export const replaceRuns = defineTemplate({
  id: "replace_runs",
  category: "string_manipulation",
  title: "Replace runs of one character",
  slots: {
    subject: { kind: "word", values: TEXTS },
    run: { kind: "choice", values: RUNS },
    minimum: { kind: "threshold", values: [2, 3, 4] },
    replacement: { kind: "label", values: ["same", "|", "", "~", "; "] },
    ends: { kind: "choice", values: ["kept", "removed"] },
  },
  phrasings: [
    ({ subject, run, minimum, replacement, ends }) =>
      `Replace every run of ${minimum} or more ${run.words} in ${withArticle(subject.one)} by ${replacement === "" ? "nothing" : replacement === "same" ? `a single '${run.mark}'` : `'${replacement}'`}.${minimum > 2 ? ` Shorter runs stay.` : ""}${ends === "removed" ? ` Before that, remove all ${run.words} at both ends.` : ""}`,
    ({ subject, run, minimum, replacement, ends }) =>
      `Clean up ${withArticle(subject.one)}. ${ends === "removed" ? `First take away the ${run.words} at its start and at its end. ` : ""}Then ${replacement === "" ? "delete" : "look for"} stretches of at least ${minimum} ${run.words} in a row${replacement === "" ? "" : ` and put ${replacement === "same" ? `one '${run.mark}'` : `'${replacement}'`} in their place`}; ${minimum > 2 ? `up to ${minimum - 1} in a row are fine` : `a single '${run.mark}' is fine`}.`,
  ],
  load: ({ minimum, ends }) => ({
    branches: minimum > 2 ? 2 : 1,
    quirks: 1,
    edgeCases: (minimum > 2 ? 1 : 0) + (ends === "removed" ? 1 : 0),
  }),
  blueprint: ({
    subject: { name: x, one, description },
    run: { id, mark, words },
    minimum,
    replacement,
    ends,
  }) => {
    const name = `clean_${id}_runs_of_${x}`;
    const target = replacement === "same" ? mark : replacement;
    const trimmed = ends === "removed" ? "trimmed" : x;
    const clean = (text: string) => {
      let rest = text;
      if (ends === "removed") {
        while (rest.startsWith(mark)) rest = rest.slice(1);
        while (rest.endsWith(mark)) rest = rest.slice(0, -1);
      }
      let answer = "";
      for (let index = 0; index < rest.length;) {
        let end = index;
        while (rest[end] === mark) end += 1;
        const length = end - index;
        if (length === 0) [answer, index] = [answer + rest[index], index + 1];
        else [answer, index] = [answer + (length >= minimum ? target : mark.repeat(length)), end];
      }
      return pythonLiteral(answer);
    };
    const cases: [string, string][] = [
      ["", "Empty text"],
      [mark, "A single one"],
      [mark.repeat(minimum), "Nothing but a run"],
      [`a${mark.repeat(minimum - 1)}b`, "One too few"],
      [`a${mark.repeat(minimum)}b`, "Just enough"],
      [`a${mark.repeat(minimum * 2 + 1)}b`, "A long run is one run"],
      [`a${mark.repeat(minimum)}b${mark.repeat(minimum)}c${mark}d`, "Two runs"],
      [`${mark.repeat(minimum)}a${mark.repeat(minimum)}`, "Runs at both ends"],
    ];
    return {
      ir: writeIr({
        summary: `Replace runs of ${words} in ${withArticle(one)}.`,
        name,
        parameters: [[x, "str", description]],
        returns: "str",
        effects: [
          ...(ends === "removed"
            ? [
                `Let trimmed be ${x} without the characters LITERAL ${pythonLiteral(mark)} at its start and at its end.`,
              ]
            : []),
          `Find the longest possible runs of the character LITERAL ${pythonLiteral(mark)} in ${trimmed}, each with >= ${minimum} of them; a run is replaced once, however long it is, which repeated use of replace would not do.`,
          `Replace each of these runs by LITERAL ${pythonLiteral(target)}${minimum > 2 ? `; runs of up to ${minimum - 1} stay as they are` : `; a single one stays as it is`}.`,
          `Return the new text; an empty text gives LITERAL ''.`,
        ],
        assertions: [
          ...cases.map(([text, why]) => assertCase({ [x]: pythonLiteral(text) }, clean(text), why)),
          ...(target.includes(mark) && minimum > 1 && target !== mark
            ? []
            : ([
                [`${pythonLiteral(mark.repeat(minimum))} not in result`, "No run is left"],
              ] as const)),
          ...(ends === "removed"
            ? []
            : ([
                [
                  `${pythonLiteral(mark.repeat(minimum))} in ${x} or result == ${x}`,
                  "Texts without a run stay",
                ],
              ] as const)),
        ],
      }),
      implementation: pythonSource(
        `import re`,
        ``,
        ``,
        `def ${name}(${x}):`,
        ...(ends === "removed" ? [`    trimmed = ${x}.strip(${pythonLiteral(mark)})`] : []),
        `    return re.sub(re.escape(${pythonLiteral(mark)}) + '{${minimum},}', ${pythonLiteral(target)}, ${trimmed})`,
      ),
      inputs: [...cases.map(([text]) => text), "plain text"].map((value) => [pythonLiteral(value)]),
    };
  },
});
