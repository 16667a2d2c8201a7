import { pythonLiteral } from "../../python-literal.ts";
import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { withArticle } from "../../words/article.ts";
import { TEXTS } from "../../words/texts.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

const MARKS = ["...", "~", " [cut]", "--", " (more)"] as const;

export const shortenWithMark = defineTemplate({
  id: "shorten_with_mark",
  category: "string_manipulation",
  title: "Shorten a text with a mark",
  slots: {
    subject: { kind: "word", values: TEXTS },
    width: { kind: "threshold", values: [10, 12, 15, 20, 24, 30, 40, 60, 80] },
    mark: { kind: "label", values: MARKS },
    side: { kind: "choice", values: ["end", "start", "middle"] },
    blanks: { kind: "choice", values: ["as_is", "strip"] },
  },
  phrasings: [
    ({ subject, width, mark, side, blanks }) =>
      `Shorten ${withArticle(subject.one)} to at most ${width} characters. ${blanks === "strip" ? "First remove white space at both ends. " : ""}If it is longer, ${SIDES[side].cut} so that the result, with '${mark}' ${SIDES[side].place}, has exactly ${width} characters.`,
    ({ subject, width, mark, side, blanks }) =>
      `The column for ${withArticle(subject.one)} is ${width} characters wide. Return texts that fit unchanged${blanks === "strip" ? ", apart from white space at both ends, which always goes before anything is measured" : ""}. From longer ones ${SIDES[side].keep} and put '${mark}' ${SIDES[side].place}; mark and text together fill the ${width} characters.`,
  ],
  load: ({ side, blanks }) => ({
    branches: 2,
    quirks: 0,
    edgeCases:
      1 + (side === "middle" ? 2 : side === "start" ? 1 : 0) + (blanks === "strip" ? 1 : 0),
  }),
  blueprint: ({ subject: { name: x, one, description }, width, mark, side, blanks }) => {
    const name = `shorten_${x}`;
    const text = blanks === "strip" ? "trimmed" : x;
    const room = width - mark.length;
    const front = side === "end" ? room : side === "start" ? 0 : Math.ceil(room / 2);
    const back = room - front;
    const cut = (value: string) =>
      value.length <= width
        ? value
        : value.slice(0, front) + mark + value.slice(value.length - back);
    const letters = "abcdefghijklmnopqrstuvwxyz".repeat(4);
    const long = letters.slice(0, width + 1);
    const parts = [
      ...(front > 0 ? [`${text}[:${front}]`] : []),
      `LITERAL ${pythonLiteral(mark)}`,
      ...(back > 0 ? [`${text}[-${back}:]`] : []),
    ].join(" + ");
    const full = blanks === "strip" ? `${x}.strip()` : x;
    return {
      ir: writeIr({
        summary: `Shorten ${withArticle(one)} to at most ${width} characters.`,
        name,
        parameters: [[x, "str", description]],
        returns: "str",
        effects: [
          ...(blanks === "strip"
            ? [`Let trimmed be ${x}.strip(); from here on only trimmed counts.`]
            : []),
          `If len(${text}) <= ${width}, return ${text} unchanged; this covers the empty text and a length of exactly ${width}.`,
          `Otherwise return ${parts}, which has ${front + back} + ${mark.length} = ${width} characters.`,
        ],
        assertions: [
          assertCase({ [x]: "''" }, "''", "Empty text"),
          ...(blanks === "strip"
            ? [assertCase({ [x]: "'  ab '" }, "'ab'", "White space at both ends")]
            : []),
          assertCase(
            { [x]: pythonLiteral(letters.slice(0, width)) },
            pythonLiteral(letters.slice(0, width)),
            "Exactly as long as allowed",
          ),
          assertCase(
            { [x]: pythonLiteral(long) },
            pythonLiteral(cut(long)),
            "One character too long",
          ),
          [`len(result) <= ${width}`, "Never longer"],
          [`len(${full}) > ${width} or result == ${full}`, "Short texts stay"],
          [
            `len(${full}) <= ${width} or len(result) == ${width} and ${pythonLiteral(mark)} in result`,
            "A cut uses the whole width and is visible",
          ],
          ...(front > 0
            ? ([
                [`len(${full}) <= ${width} or result.startswith(${full}[:${front}])`, "Kept start"],
              ] as const)
            : []),
          ...(back > 0
            ? ([
                [`len(${full}) <= ${width} or result.endswith(${full}[-${back}:])`, "Kept end"],
              ] as const)
            : []),
        ],
      }),
      implementation: pythonSource(
        `def ${name}(${x}):`,
        ...(blanks === "strip" ? [`    trimmed = ${x}.strip()`] : []),
        `    if len(${text}) <= ${width}:`,
        `        return ${text}`,
        `    return ${parts.replace("LITERAL ", "")}`,
      ),
      inputs: [
        "",
        "  ab ",
        letters.slice(0, width - 1),
        letters.slice(0, width),
        long,
        letters,
        ` ${letters.slice(0, width)} `,
        "\u00e9".repeat(width + 2),
      ].map((value) => [pythonLiteral(value)]),
    };
  },
});

const SIDES = {
  end: { cut: "cut it at the end", keep: "keep the beginning", place: "at the end" },
  start: { cut: "cut it at the beginning", keep: "keep the end", place: "at the beginning" },
  middle: {
    cut: "cut out its middle, keeping as many characters at the beginning as at the end or 1 more,",
    keep: "keep the beginning and the end, the beginning being longer by 1 if they cannot be equal,",
    place: "between the two ends",
  },
} as const;
