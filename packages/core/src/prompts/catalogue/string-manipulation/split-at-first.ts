import { pythonLiteral } from "../../python-literal.ts";
import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { withArticle } from "../../words/article.ts";
import { capitalise } from "../../words/sentence.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

const FORMATS = [
  {
    id: "setting",
    one: "line of a settings file",
    x: "line",
    mark: "=",
    left: "key",
    right: "value",
    sample: ["colour", "red"],
  },
  {
    id: "header",
    one: "HTTP header",
    x: "header",
    mark: ":",
    left: "name",
    right: "value",
    sample: ["Accept", "text"],
  },
  {
    id: "address",
    one: "e-mail address",
    x: "address",
    mark: "@",
    left: "user",
    right: "domain",
    sample: ["ada", "x.org"],
  },
  {
    id: "name",
    one: "name written as 'Last, First'",
    x: "full_name",
    mark: ",",
    left: "last name",
    right: "first name",
    sample: ["Hopper", "Grace"],
  },
  {
    id: "path",
    one: "package path",
    x: "package",
    mark: "/",
    left: "scope",
    right: "package name",
    sample: ["tools", "cli"],
  },
  {
    id: "score",
    one: "result of a match",
    x: "score",
    mark: "-",
    left: "home goals",
    right: "guest goals",
    sample: ["3", "1"],
  },
  {
    id: "range",
    one: "range of pages",
    x: "pages",
    mark: "..",
    left: "first page",
    right: "last page",
    sample: ["4", "9"],
  },
  {
    id: "arrow",
    one: "redirect rule",
    x: "rule",
    mark: "->",
    left: "source",
    right: "target",
    sample: ["/a", "/b"],
  },
  {
    id: "note",
    one: "line of a glossary",
    x: "line",
    mark: "|",
    left: "term",
    right: "meaning",
    sample: ["API", "interface"],
  },
] as const;

export const splitAtFirst = defineTemplate({
  id: "split_at_first",
  category: "string_manipulation",
  title: "Split a text at a separator",
  slots: {
    format: { kind: "word", values: FORMATS },
    which: { kind: "choice", values: ["first", "last"] },
    missing: { kind: "choice", values: ["none", "whole_left", "whole_right"] },
    trim: { kind: "choice", values: ["strip", "as_is"] },
    emptySide: { kind: "choice", values: ["allowed", "none"] },
  },
  phrasings: [
    ({ format, which, missing, trim, emptySide }) =>
      `Split ${withArticle(format.one)} at the ${which} '${format.mark}' and return the pair of ${format.left} and ${format.right}${trim === "strip" ? ", both without white space at their ends" : ""}. ${MISSING[missing](format.mark)}${emptySide === "none" ? ` If one of the two is empty, return None.` : ""}`,
    ({ format, which, missing, trim, emptySide }) =>
      `Given ${withArticle(format.one)}, return a tuple of its ${format.left} and its ${format.right}: what stands before and after the ${which} '${format.mark}'. ${trim === "strip" ? "Strip both parts." : "Do not strip the parts."} ${MISSING[missing](format.mark)}${emptySide === "none" ? " An empty part makes the result None." : ""}`,
  ],
  load: ({ missing, trim, emptySide }) => ({
    branches: 2 + (emptySide === "none" ? 1 : 0),
    quirks: 0,
    edgeCases:
      1 +
      (trim === "strip" ? 1 : 0) +
      (missing === "none" ? 0 : 1) +
      (emptySide === "none" ? 1 : 0),
  }),
  blueprint: ({ format, which, missing, trim, emptySide }) => {
    const { x, mark, sample } = format;
    const [a, b] = sample;
    const name = `split_${format.id}`;
    const method = which === "first" ? "partition" : "rpartition";
    const isStrip = trim === "strip";
    const clean = (text: string) => (isStrip ? text.trim() : text);
    const split = (text: string): string => {
      const index = which === "first" ? text.indexOf(mark) : text.lastIndexOf(mark);
      if (index < 0 && missing === "none") return "None";
      const raw =
        index < 0
          ? missing === "whole_left"
            ? [text, ""]
            : ["", text]
          : [text.slice(0, index), text.slice(index + mark.length)];
      const [left, right] = raw.map(clean);
      if (emptySide === "none" && (left === "" || right === "")) return "None";
      return `(${pythonLiteral(left ?? "")}, ${pythonLiteral(right ?? "")})`;
    };
    const cases: [string, string][] = [
      ["", "Empty text"],
      [`${a}${mark}${b}`, "Usual case"],
      [` ${a} ${mark} ${b} `, "White space around the parts"],
      [a, "No separator"],
      [`${a}${mark}${b}${mark}${b}`, "Two separators"],
      [mark, "Nothing but the separator"],
      [`${mark}${b}`, "Nothing before it"],
      [`${a}${mark}`, "Nothing after it"],
    ];
    const noneCase = missing === "none" || emptySide === "none";
    return {
      ir: writeIr({
        summary: `Split ${withArticle(format.one)} into ${format.left} and ${format.right}.`,
        name,
        parameters: [[x, "str", `${capitalise(format.one)}.`]],
        returns: noneCase ? "tuple[str, str] | None" : "tuple[str, str]",
        effects: [
          missing === "none"
            ? `If LITERAL ${pythonLiteral(mark)} is not in ${x}, return LITERAL None.`
            : `If LITERAL ${pythonLiteral(mark)} is not in ${x}, let left be ${missing === "whole_left" ? `${x} and right be LITERAL ''` : `LITERAL '' and right be ${x}`}.`,
          `Otherwise let left be the part of ${x} before the ${which} LITERAL ${pythonLiteral(mark)} and right the part after it; further ones stay inside ${which === "first" ? "right" : "left"}.`,
          ...(isStrip ? ["Remove white space at both ends of left and of right with strip."] : []),
          ...(emptySide === "none"
            ? [`If left == LITERAL '' or right == LITERAL '', return LITERAL None.`]
            : []),
          `Return the tuple (left, right)${emptySide === "none" ? "" : "; each of them may be empty"}.`,
        ],
        assertions: [
          ...cases.map(([text, why]) => assertCase({ [x]: pythonLiteral(text) }, split(text), why)),
          ...(isStrip
            ? []
            : ([
                [
                  `result is None or ${pythonLiteral(mark)} not in ${x} or ${pythonLiteral(mark)}.join(result) == ${x}`,
                  "Nothing is lost",
                ],
              ] as const)),
          [
            `result is None or ${pythonLiteral(mark)} not in result[${which === "first" ? 0 : 1}]`,
            `Split at the ${which} separator`,
          ],
        ],
      }),
      implementation: pythonSource(
        `def ${name}(${x}):`,
        `    if ${pythonLiteral(mark)} not in ${x}:`,
        ...(missing === "none"
          ? [`        return None`, `    left, _, right = ${x}.${method}(${pythonLiteral(mark)})`]
          : [
              `        left, right = ${missing === "whole_left" ? `${x}, ''` : `'', ${x}`}`,
              `    else:`,
              `        left, _, right = ${x}.${method}(${pythonLiteral(mark)})`,
            ]),
        ...(isStrip ? [`    left = left.strip()`, `    right = right.strip()`] : []),
        ...(emptySide === "none"
          ? [`    if left == '' or right == '':`, `        return None`]
          : []),
        `    return (left, right)`,
      ),
      inputs: [...cases.map(([text]) => text), "  "].map((value) => [pythonLiteral(value)]),
    };
  },
});

const MISSING = {
  none: (mark: string) => `Return None if there is no '${mark}'.`,
  whole_left: (mark: string) =>
    `Without any '${mark}' the whole text is the first part and the second one is empty.`,
  whole_right: (mark: string) =>
    `Without any '${mark}' the first part is empty and the whole text is the second one.`,
} as const;
