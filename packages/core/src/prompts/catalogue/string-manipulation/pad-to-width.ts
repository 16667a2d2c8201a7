import { pythonLiteral } from "../../python-literal.ts";
import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { withArticle } from "../../words/article.ts";
import { TEXTS } from "../../words/texts.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

const SIDES = [
  { id: "left", words: "on the left", effect: "before" },
  { id: "right", words: "on the right", effect: "after" },
] as const;

export const padToWidth = defineTemplate({
  id: "pad_to_width",
  category: "string_manipulation",
  title: "Pad a text to a width",
  slots: {
    subject: { kind: "word", values: TEXTS },
    width: { kind: "threshold", values: [4, 5, 6, 8, 10, 12, 16, 20] },
    mark: { kind: "label", values: ["0", ".", "-", "_", "*", "="] },
    side: { kind: "choice", values: SIDES },
    long: { kind: "choice", values: ["unchanged", "cut", "none"] },
  },
  phrasings: [
    ({ subject, width, mark, side, long }) =>
      `Pad ${withArticle(subject.one)} with '${mark}' ${side.words} to a width of ${width} characters. ${LONG[long](width)}`,
    ({ subject, width, mark, side, long }) =>
      `Return ${withArticle(subject.one)} that is exactly ${width} characters wide: while it is shorter, '${mark}' is added ${side.words}. ${LONG[long](width)} An empty text becomes '${mark}' repeated ${width} times.`,
    ({ subject, width, mark, side, long }) =>
      `For a report with fixed columns, fill up ${withArticle(subject.one)} ${side.words} with the character '${mark}' until it has ${width} characters. ${LONG[long](width)}`,
  ],
  load: ({ long }) => ({ branches: long === "unchanged" ? 2 : 3, quirks: 0, edgeCases: 1 }),
  blueprint: ({ subject: { name: x, one, description }, width, mark, side, long }) => {
    const name = `pad_${x}`;
    const pad = (text: string) => {
      if (text.length > width)
        return {
          unchanged: pythonLiteral(text),
          cut: pythonLiteral(text.slice(0, width)),
          none: "None",
        }[long];
      const fill = mark.repeat(width - text.length);
      return pythonLiteral(side.id === "left" ? fill + text : text + fill);
    };
    const letters = "abcdefghijklmnopqrstuvwxyz";
    const cases: [string, string][] = [
      ["", "Empty text"],
      ["a", "Single character"],
      [letters.slice(0, width - 1), "One character too short"],
      [letters.slice(0, width), "Exactly as wide"],
      [letters.slice(0, width + 1), "One character too long"],
    ];
    const fill = `${pythonLiteral(mark)} * (${width} - len(${x}))`;
    const padded = side.id === "left" ? `${fill} + ${x}` : `${x} + ${fill}`;
    return {
      ir: writeIr({
        summary: `Pad ${withArticle(one)} to a width of ${width}.`,
        name,
        parameters: [[x, "str", description]],
        returns: long === "none" ? "str | None" : "str",
        effects: [
          ...(long === "unchanged"
            ? []
            : [
                `If len(${x}) > ${width}, return ${long === "cut" ? `${x}[:${width}], its first ${width} characters` : "LITERAL None"}.`,
              ]),
          `Let missing be ${width} - len(${x})${long === "unchanged" ? `, or 0 if len(${x}) > ${width}` : ""}.`,
          `Return ${x} with missing times LITERAL ${pythonLiteral(mark)} ${side.effect} it; a text of exactly ${width} characters comes back unchanged${long === "unchanged" ? ", and so does a longer one" : ""}.`,
        ],
        assertions: [
          ...cases.map(([text, why]) => assertCase({ [x]: pythonLiteral(text) }, pad(text), why)),
          [`len(${x}) > ${width} or len(result) == ${width}`, "Width of the result"],
          [`len(${x}) > ${width} or result == ${padded}`, "Every text that fits"],
          [
            `len(${x}) <= ${width} or ${{ unchanged: `result == ${x}`, cut: `result == ${x}[:${width}]`, none: "result is None" }[long]}`,
            "Every text that is too long",
          ],
        ],
      }),
      implementation: pythonSource(
        `def ${name}(${x}):`,
        ...(long === "unchanged"
          ? []
          : [
              `    if len(${x}) > ${width}:`,
              `        return ${long === "cut" ? `${x}[:${width}]` : "None"}`,
            ]),
        `    missing = ${width} - len(${x})`,
        side.id === "left"
          ? `    return ${pythonLiteral(mark)} * missing + ${x}`
          : `    return ${x} + ${pythonLiteral(mark)} * missing`,
      ),
      inputs: [...cases.map(([text]) => text), `${letters}${letters}`, " a ", mark].map((value) => [
        pythonLiteral(value),
      ]),
    };
  },
});

const LONG = {
  unchanged: () => "A longer text comes back unchanged.",
  cut: (width: number) => `A longer text is cut after ${width} characters.`,
  none: () => "For a longer text return None.",
} as const;
