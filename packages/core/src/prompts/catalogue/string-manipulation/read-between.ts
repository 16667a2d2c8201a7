import { pythonLiteral } from "../../python-literal.ts";
import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { withArticle } from "../../words/article.ts";
import { capitalise } from "../../words/sentence.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

const MARKS = [
  { id: "round", open: "(", close: ")", words: "round brackets" },
  { id: "square", open: "[", close: "]", words: "square brackets" },
  { id: "angle", open: "<", close: ">", words: "angle brackets" },
  { id: "curly", open: "{{", close: "}}", words: "double curly brackets" },
  { id: "comment", open: "/*", close: "*/", words: "comment marks" },
  { id: "percent", open: "<%", close: "%>", words: "template marks" },
] as const;
const TEXTS_WITH_MARKS = [
  { id: "title", one: "title of a book", x: "title" },
  { id: "log_line", one: "log line", x: "log_line" },
  { id: "message", one: "commit message", x: "message" },
  { id: "caption", one: "caption", x: "caption" },
  { id: "template", one: "mail template", x: "template" },
  { id: "label", one: "label of a parcel", x: "label" },
  { id: "sentence", one: "sentence", x: "sentence" },
  { id: "code", one: "line of code", x: "code" },
  { id: "entry", one: "dictionary entry", x: "entry" },
] as const;

export const readBetween = defineTemplate({
  id: "read_between",
  category: "string_manipulation",
  title: "Read what stands between two marks",
  slots: {
    subject: { kind: "word", values: TEXTS_WITH_MARKS },
    marks: { kind: "choice", values: MARKS },
    none: { kind: "choice", values: ["None", "''", "'none'"] },
    trim: { kind: "choice", values: ["strip", "as_is"] },
    which: { kind: "choice", values: ["first", "all"] },
  },
  phrasings: [
    ({ subject, marks, none, trim, which }) =>
      which === "first"
        ? `Return the text between the first '${marks.open}' of ${withArticle(subject.one)} and the next '${marks.close}' after it${trim === "strip" ? ", without white space at its ends" : ""}. If one of the two is missing, return ${say(none)}.`
        : `Collect every text of ${withArticle(subject.one)} that stands between '${marks.open}' and the next '${marks.close}'${trim === "strip" ? ", without white space at its ends" : ""}, from left to right. Return them as a list; a '${marks.open}' that is never closed is ignored. If there are none, return ${which === "all" && none === "''" ? "an empty list" : say(none)}.`,
    ({ subject, marks, none, trim, which }) =>
      which === "first"
        ? `In ${withArticle(subject.one)}, find the first part in ${marks.words}, that is between '${marks.open}' and '${marks.close}', and return it without the marks${trim === "strip" ? " and stripped" : ""}. Return ${say(none)} if there is no such part.`
        : `List all parts of ${withArticle(subject.one)} in ${marks.words}, that is between '${marks.open}' and the nearest '${marks.close}' after it. Leave out the marks${trim === "strip" ? " and strip each part" : ""}. Parts that are opened but not closed do not count. Return ${which === "all" && none === "''" ? "an empty list" : say(none)} if nothing is found.`,
  ],
  load: ({ trim, which }) => ({
    branches: which === "all" ? 4 : 3,
    quirks: 0,
    edgeCases: trim === "strip" ? 2 : 1,
  }),
  blueprint: ({ subject: { x, one }, marks: { open, close }, none: wanted, trim, which }) => {
    const isAll = which === "all";
    const none = isAll && wanted === "''" ? "[]" : wanted;
    const name = `${isAll ? "parts" : "first_part"}_of_${x}`;
    const strip = trim === "strip" ? ".strip()" : "";
    const find = (text: string): string => {
      const parts: string[] = [];
      let start = text.indexOf(open);
      while (start >= 0) {
        const end = text.indexOf(close, start + open.length);
        if (end < 0) break;
        const part = text.slice(start + open.length, end);
        parts.push(trim === "strip" ? part.trim() : part);
        start = text.indexOf(open, end + close.length);
      }
      if (parts.length === 0) return none;
      return isAll ? pythonLiteral(parts) : pythonLiteral(parts[0] ?? "");
    };
    const cases: [string, string][] = [
      ["", "Empty text"],
      ["plain", "No marks"],
      [`a ${open}b${close} c`, "Usual case"],
      [`${open} b ${close}`, "White space inside"],
      [`${open}${close}`, "Nothing between the marks"],
      [`a ${open}b`, "Never closed"],
      [`${close}a${open}`, "Wrong way round"],
      [`${close}a${open}b${close}`, "A closing mark before the opening one"],
      [`${open}b${close} ${open}c${close}`, "Two parts"],
      [`${open}a${open}b${close}`, "Opened twice"],
    ];
    const type = isAll ? "list[str]" : "str";
    return {
      ir: writeIr({
        summary: `Read what stands between ${pythonLiteral(open)} and ${pythonLiteral(close)} in ${withArticle(one)}.`,
        name,
        parameters: [[x, "str", `${capitalise(one)}.`]],
        returns:
          none === "None"
            ? `${type} | None`
            : isAll && none === "'none'"
              ? "list[str] | str"
              : type,
        effects: [
          `Let start be the index just behind the first LITERAL ${pythonLiteral(open)} of ${x}${isAll ? " that has not been looked at yet" : ""}.`,
          `Let end be the index of the next LITERAL ${pythonLiteral(close)} from start on; a LITERAL ${pythonLiteral(close)} before start does not count, and a second LITERAL ${pythonLiteral(open)} belongs to the text.`,
          ...(isAll
            ? [
                `Collect ${x}[start:end]${strip} in a new list parts, go on behind that LITERAL ${pythonLiteral(close)}, and repeat until one of the two marks is not found.`,
                `If parts is empty, return LITERAL ${none}.`,
                `Otherwise return parts; a part may be empty.`,
              ]
            : [
                `If one of the two marks is not found, return LITERAL ${none}.`,
                `Otherwise return ${x}[start:end]${strip}, which may be LITERAL ''.`,
              ]),
        ],
        assertions: [
          ...cases.map(([text, why]) => assertCase({ [x]: pythonLiteral(text) }, find(text), why)),
          [
            `${pythonLiteral(open)} in ${x} or ${none === "None" ? "result is None" : `result == ${none}`}`,
            "No opening mark",
          ],
        ],
      }),
      implementation: pythonSource(
        `def ${name}(${x}):`,
        ...(isAll
          ? [
              `    parts = []`,
              `    start = ${x}.find(${pythonLiteral(open)})`,
              `    while start >= 0:`,
              `        start += ${open.length}`,
              `        end = ${x}.find(${pythonLiteral(close)}, start)`,
              `        if end < 0:`,
              `            break`,
              `        parts.append(${x}[start:end]${strip})`,
              `        start = ${x}.find(${pythonLiteral(open)}, end + ${close.length})`,
              `    return parts if parts else ${none}`,
            ]
          : [
              `    start = ${x}.find(${pythonLiteral(open)})`,
              `    if start < 0:`,
              `        return ${none}`,
              `    start += ${open.length}`,
              `    end = ${x}.find(${pythonLiteral(close)}, start)`,
              `    if end < 0:`,
              `        return ${none}`,
              `    return ${x}[start:end]${strip}`,
            ]),
      ),
      inputs: cases.map(([value]) => [pythonLiteral(value)]),
    };
  },
});

function say(none: "None" | "''" | "'none'"): string {
  return none === "''" ? "an empty text" : none;
}
