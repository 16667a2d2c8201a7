import { pythonLiteral } from "../../python-literal.ts";
import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { withArticle } from "../../words/article.ts";
import { capitalise } from "../../words/sentence.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

const FILTERS = [
  { id: "comments", words: "lines that start with 'MARK'", test: "LINE.startswith('MARK')" },
  { id: "containing", words: "lines that contain 'MARK'", test: "'MARK' in LINE" },
  { id: "ending", words: "lines that end with 'MARK'", test: "LINE.endswith('MARK')" },
] as const;
const DOCUMENTS = [
  { id: "script", one: "shell script", x: "script" },
  { id: "config", one: "configuration file", x: "config" },
  { id: "poem", one: "poem", x: "poem" },
  { id: "log", one: "log file", x: "log" },
  { id: "recipe", one: "recipe", x: "recipe" },
  { id: "transcript", one: "transcript", x: "transcript" },
  { id: "diff", one: "patch", x: "patch" },
  { id: "letter", one: "letter", x: "letter" },
] as const;

export const keepLines = defineTemplate({
  id: "keep_lines",
  category: "string_manipulation",
  title: "Keep or drop lines of a text",
  slots: {
    document: { kind: "word", values: DOCUMENTS },
    filter: { kind: "choice", values: FILTERS },
    mark: { kind: "label", values: ["#", "//", ";", "TODO", "--", ">", "!"] },
    action: { kind: "choice", values: ["drop", "keep"] },
    blank: { kind: "choice", values: ["stay", "go"] },
    number: { kind: "choice", values: ["plain", "count"] },
  },
  phrasings: [
    ({ document, filter, mark, action, blank, number }) =>
      `${number === "count" ? "Count the lines that are left when you " : ""}${verb(number, action)} the ${filter.words.replace("MARK", mark)} ${action === "drop" ? "from" : "of"} ${withArticle(document.one)} whose lines end with '\\n'.${blank === "go" ? ` Empty lines ${action === "drop" ? "are removed too" : "never count as kept"}.` : ""}${number === "count" ? "" : " Return the remaining lines joined with '\\n', without one at the end."}`,
    ({ document, filter, mark, action, blank, number }) =>
      `${capitalise(withArticle(document.one))} comes as one text with lines separated by '\\n'. ${action === "drop" ? "Without" : "Looking only at"} its ${filter.words.replace("MARK", mark)}${blank === "go" ? `, and without empty lines` : ""}, return ${number === "count" ? "how many lines there are" : "the lines as one text again, joined with '\\n'"}. White space at the start of a line is not skipped.`,
  ],
  load: ({ blank, number }) => ({
    branches: 2,
    quirks: 1,
    edgeCases: (blank === "go" ? 1 : 0) + (number === "count" ? 0 : 1),
  }),
  blueprint: ({ document: { x, one }, filter, mark, action, blank, number }) => {
    const name = `${number === "count" ? "count" : action}_lines_of_${x}`;
    const test = filter.test.replace("LINE", "line").replace("'MARK'", pythonLiteral(mark));
    const hit = (line: string) =>
      ({
        comments: line.startsWith(mark),
        containing: line.includes(mark),
        ending: line.endsWith(mark),
      })[filter.id];
    const read = (text: string) => {
      const lines = text.split("\n");
      if (lines.at(-1) === "") lines.pop();
      const kept = lines.filter(
        (line) => hit(line) === (action === "keep") && (blank === "stay" || line !== ""),
      );
      return number === "count" ? String(kept.length) : pythonLiteral(kept.join("\n"));
    };
    const cases: [string, string][] = [
      ["", "Empty text"],
      ["a", "Single line without the mark"],
      [`${mark} a\nb ${mark}\nc${mark}d\n e\n`, "Mark at the start, at the end and inside"],
      [` ${mark} a\n${mark}\n`, "White space before the mark, and nothing but the mark"],
      ["a\n\nb\n", "Empty line inside"],
      ["\n", "Nothing but an empty line"],
      ["a\nb", "No line end after the last line"],
      [`${mark.toLowerCase()}a\n${mark}b`, "Case"],
    ];
    const condition = `${action === "drop" ? "not " : ""}${test}${blank === "go" ? " and line != ''" : ""}`;
    return {
      ir: writeIr({
        summary: `${action === "drop" ? "Drop" : "Keep"} the ${filter.words.replace("MARK", mark)} of ${withArticle(one)}.`,
        name,
        parameters: [
          [
            x,
            "str",
            `${capitalise(one)}, with LITERAL '\\n' after each line.`.replace("LITERAL ", ""),
          ],
        ],
        returns: number === "count" ? "int" : "str",
        effects: [
          `Let lines be the parts of ${x} between the characters LITERAL '\\n', without an empty part at the very end; splitlines would also split at other characters.`,
          `Let kept be the lines for which ${test.replace(pythonLiteral(mark), `LITERAL ${pythonLiteral(mark)}`)} is ${action === "drop" ? "false" : "true"}${blank === "go" ? " and line is not LITERAL ''" : ""}, in order; case and white space in front matter.`,
          number === "count"
            ? `Return the number of kept lines; return LITERAL 0 if there are none.`
            : `Return kept joined with LITERAL '\\n'; without kept lines this is LITERAL ''.`,
        ],
        assertions: [
          ...cases.map(([text, why]) => assertCase({ [x]: pythonLiteral(text) }, read(text), why)),
          number === "count"
            ? [`0 <= result <= ${x}.count('\\n') + 1`, "Never more than there are"]
            : [
                `all(${action === "drop" ? "not " : ""}${test} for line in result.split('\\n') if line != '')`,
                "Only the right lines are left",
              ],
        ],
      }),
      implementation: pythonSource(
        `def ${name}(${x}):`,
        `    lines = ${x}.split('\\n')`,
        `    if lines[-1] == '':`,
        `        lines.pop()`,
        `    kept = [line for line in lines if ${condition}]`,
        number === "count" ? `    return len(kept)` : `    return '\\n'.join(kept)`,
      ),
      inputs: cases.map(([value]) => [pythonLiteral(value)]),
    };
  },
});

function verb(number: "plain" | "count", action: "drop" | "keep"): string {
  const words = action === "drop" ? "remove" : "keep only";
  return number === "count" ? words : capitalise(words);
}
