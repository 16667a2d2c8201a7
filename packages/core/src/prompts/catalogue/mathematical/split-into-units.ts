import { pythonLiteral } from "../../python-literal.ts";
import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { NESTED_UNITS } from "../../words/nested-units.ts";
import { capitalise, joinWords } from "../../words/sentence.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

export const splitIntoUnits = defineTemplate({
  id: "split_into_units",
  category: "mathematical",
  title: "Split a number into larger and smaller units",
  slots: {
    unit: { kind: "word", values: NESTED_UNITS },
    answer: { kind: "choice", values: ["tuple", "list", "text", "text_short"] },
    negative: { kind: "choice", values: ["None", "empty"] },
    separator: { kind: "label", values: [" ", ", ", ":", " + "] },
  },
  rules: [
    {
      name: "separator_for_texts",
      slots: ["answer", "separator"],
      message: "only a text has a separator: leave it at a space for numbers",
      holds: ({ answer, separator }) => answer.startsWith("text") || separator === " ",
    },
  ],
  phrasings: [
    ({ unit, answer, negative, separator }) =>
      `Split ${unit.what} into ${joinWords(unit.names)}. ${FORMS[answer](unit, separator)} For a negative number return ${noneWords(answer, negative)}.`,
    ({ unit, answer, negative, separator }) =>
      `Express ${unit.what} with as many of the larger units as possible: ${joinWords(unit.names)}, in this order. ${FORMS[answer](unit, separator)} ${capitalise(noneWords(answer, negative))} is returned for a negative number.`,
  ],
  load: ({ unit, answer }) => ({
    branches: 2 + (answer === "text_short" ? 1 : 0),
    quirks: 1,
    edgeCases: 1 + (answer === "text_short" ? 2 : 0) + (unit.sizes.length > 1 ? 1 : 0),
  }),
  blueprint: ({ unit: { id, what, x, names, sizes, letters }, answer, negative, separator }) => {
    const name = `split_${id}`;
    const none = noneSource(answer, negative);
    const parts = (value: number) => {
      const counts: number[] = [];
      let rest = value;
      for (const size of sizes) {
        counts.push(Math.floor(rest / size));
        rest %= size;
      }
      return [...counts, rest];
    };
    const lastLetter = letters.at(-1) ?? "";
    const show = (value: number): string => {
      if (value < 0) return none;
      const counts = parts(value);
      if (answer === "tuple") return `(${counts.join(", ")})`;
      if (answer === "list") return pythonLiteral(counts);
      const words = counts
        .map((count, index) => `${count}${letters[index] ?? ""}`)
        .filter((_, index) => answer === "text" || counts[index] !== 0);
      return pythonLiteral(words.length === 0 ? `0${lastLetter}` : words.join(separator));
    };
    const [top = 1] = sizes;
    const cases = [
      ...new Set([
        0,
        1,
        (sizes.at(-1) ?? 1) - 1,
        sizes.at(-1) ?? 1,
        top - 1,
        top,
        top + 1,
        2 * top + (sizes.at(-1) ?? 1) + 1,
      ]),
    ];
    const variables = ["first", "second", "third"].slice(0, sizes.length + 1);
    const steps =
      sizes.length === 1
        ? [`    first, second = divmod(${x}, ${sizes[0]})`]
        : [
            `    first, rest = divmod(${x}, ${sizes[0]})`,
            `    second, third = divmod(rest, ${sizes[1]})`,
          ];
    const terms = (from: string) =>
      [...sizes, 1]
        .map((size, index) => `${from}[${index}]${size === 1 ? "" : ` * ${size}`}`)
        .join(" + ");
    const isText = answer.startsWith("text");
    const labelled = variables
      .map((variable, index) => `(${variable}, ${pythonLiteral(letters[index] ?? "")})`)
      .join(", ");
    const returned = isText
      ? [
          `    counted = [${labelled}]`,
          `    texts = [str(count) + letters for count, letters in counted${answer === "text_short" ? " if count != 0" : ""}]`,
          answer === "text_short"
            ? `    return ${pythonLiteral(separator)}.join(texts) if texts else ${pythonLiteral(`0${lastLetter}`)}`
            : `    return ${pythonLiteral(separator)}.join(texts)`,
        ]
      : [
          `    return ${answer === "tuple" ? "(" : "["}${variables.join(", ")}${answer === "tuple" ? ")" : "]"}`,
        ];
    const types = names.map(() => "int").join(", ");
    return {
      ir: writeIr({
        summary: `Split ${what} into ${joinWords(names)}.`,
        name,
        parameters: [[x, "int", `${capitalise(what.replace(/^an? /, ""))}.`]],
        returns: `${isText ? "str" : answer === "tuple" ? `tuple[${types}]` : "list[int]"}${none === "None" ? " | None" : ""}`,
        effects: [
          `If ${x} < 0, return LITERAL ${none}.`,
          sizes.length === 1
            ? `Let first and second be divmod(${x}, ${sizes[0]}).`
            : `Let first and rest be divmod(${x}, ${sizes[0]}), and let second and third be divmod(rest, ${sizes[1]}).`,
          `These are the numbers of ${joinWords(names)}; divmod keeps them whole, while / would give floats.`,
          ...(isText
            ? [
                `Write ${joinWords(variables.map((variable, index) => `${variable} followed by LITERAL ${pythonLiteral(letters[index] ?? "")}`))}${answer === "text_short" ? `, but leave out every unit whose number is 0` : ", those with the number 0 included"}.`,
                ...(answer === "text_short"
                  ? [`If all numbers are 0, return LITERAL ${pythonLiteral(`0${lastLetter}`)}.`]
                  : []),
                `${answer === "text_short" ? "Otherwise return" : "Return"} these texts joined with LITERAL ${pythonLiteral(separator)}.`,
              ]
            : [
                `Return ${answer === "tuple" ? `the tuple (${variables.join(", ")})` : `the list [${variables.join(", ")}]`}; zeros stay.`,
              ]),
        ],
        assertions: [
          assertCase({ [x]: -1 }, none, "Negative number"),
          ...cases.map((value) =>
            assertCase(
              { [x]: value },
              show(value),
              value === 0
                ? "Zero"
                : sizes.some((size) => size === value)
                  ? `Exactly one unit of ${value}`
                  : sizes.some((size) => size === value + 1)
                    ? `Just below a unit of ${value + 1}`
                    : `Number ${value}`,
            ),
          ),
          ...(isText
            ? ([
                [
                  `${x} < 0 or result.endswith(tuple('${letters.join(" ")}'.split()))`,
                  "Ends with a unit",
                ],
              ] as const)
            : ([[`${x} < 0 or ${terms("result")} == ${x}`, "The parts add up"]] as const)),
          [
            `${x} >= 0 or ${none === "None" ? "result is None" : `result == ${none}`}`,
            "Every negative number",
          ],
        ],
      }),
      implementation: pythonSource(
        `def ${name}(${x}):`,
        `    if ${x} < 0:`,
        `        return ${none}`,
        ...steps,
        ...returned,
      ),
      inputs: [-1, -top, ...cases, 7 * top].map((value) => [String(value)]),
    };
  },
});

type Answer = "tuple" | "list" | "text" | "text_short";

/** A tuple has no empty form that would fit its type. */
function noneSource(answer: Answer, negative: "None" | "empty"): string {
  if (negative === "None" || answer === "tuple") return "None";
  return answer === "list" ? "[]" : "''";
}

function noneWords(answer: Answer, negative: "None" | "empty"): string {
  return (
    { None: "None", "[]": "an empty list", "''": "an empty text" }[noneSource(answer, negative)] ??
    "None"
  );
}

const example = (letters: readonly string[], separator: string) =>
  letters.map((letter, index) => `${index + 1}${letter}`).join(separator);

const FORMS = {
  tuple: () => "Return the numbers as a tuple.",
  list: () => "Return the numbers as a list.",
  text: ({ letters }: (typeof NESTED_UNITS)[number], separator: string) =>
    `Return a text such as '${example(letters, separator)}', with zeros written out.`,
  text_short: ({ letters }: (typeof NESTED_UNITS)[number], separator: string) =>
    `Return a text such as '${example(letters, separator)}' that leaves out units with a 0; nothing at all gives '0${letters.at(-1)}'.`,
} as const;
