import { pythonLiteral } from "../../python-literal.ts";
import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { withArticle } from "../../words/article.ts";
import { capitalise } from "../../words/sentence.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

const INPUTS = [
  { id: "age", one: "age", x: "age" },
  { id: "port", one: "port", x: "port" },
  { id: "quantity", one: "quantity", x: "quantity" },
  { id: "page", one: "page number", x: "page" },
  { id: "year", one: "year", x: "year" },
  { id: "seat", one: "seat number", x: "seat" },
  { id: "volume", one: "volume of a speaker", x: "volume" },
  { id: "timeout", one: "timeout in seconds", x: "timeout" },
  { id: "retries", one: "number of retries", x: "retries" },
  { id: "row", one: "row of a table", x: "row" },
] as const;

export const readWholeNumber = defineTemplate({
  id: "read_whole_number",
  category: "type_operations",
  title: "Read a whole number from a text",
  slots: {
    input: { kind: "word", values: INPUTS },
    low: { kind: "threshold", values: [0, 1, 2, 5, 10] },
    high: { kind: "threshold", values: [20, 50, 99, 120, 500, 9999] },
    invalid: { kind: "label", values: ["None", "-1", "0"] },
    out: { kind: "choice", values: ["invalid", "nearest"] },
    sign: { kind: "choice", values: ["digits", "plus"] },
  },
  rules: [
    {
      name: "zero_is_taken",
      slots: ["invalid", "low"],
      message: "0 is a good number when the range starts at 0, so it cannot stand for a bad text",
      holds: ({ invalid, low }) => invalid !== "0" || low > 0,
    },
  ],
  phrasings: [
    ({ input, low, high, invalid, out, sign }) =>
      `Convert the text of ${withArticle(input.one)} to an int. Only the digits 0 to 9 are allowed${sign === "plus" ? ", with an optional '+' in front" : ""}; for any other text return ${invalid}. ${out === "invalid" ? `A number below ${low} or above ${high} gives ${invalid} as well.` : `A number below ${low} becomes ${low}, and one above ${high} becomes ${high}.`}`,
    ({ input, low, high, invalid, out, sign }) =>
      `Read ${withArticle(input.one)} from a text that a user typed. Accept nothing but ${sign === "plus" ? "an optional '+' and then " : ""}digits from 0 to 9, without white space. The number has to be from ${low} to ${high}; ${out === "invalid" ? "otherwise, and for every text that is no such number," : `a number outside is moved to the nearer end. For every text that is no such number`} return ${invalid}.`,
  ],
  load: ({ out, sign }) => ({
    branches: out === "nearest" ? 4 : 3,
    quirks: 1,
    edgeCases: sign === "plus" ? 2 : 1,
  }),
  blueprint: ({ input: { id, one, x }, low, high, invalid, out, sign }) => {
    const name = `read_${id}`;
    const digits = sign === "plus" ? "digits" : x;
    const under = out === "invalid" ? invalid : String(low);
    const over = out === "invalid" ? invalid : String(high);
    const isBad = invalid === "None" ? "result is None" : `result == ${invalid}`;
    return {
      ir: writeIr({
        summary: `Read ${withArticle(one)} from a text.`,
        name,
        parameters: [[x, "str", `${capitalise(one)} as it was typed.`]],
        returns: invalid === "None" ? "int | None" : "int",
        effects: [
          ...(sign === "plus"
            ? [`Let digits be ${x} without one LITERAL '+' at its start, if it has one.`]
            : []),
          `If ${digits} is empty or has a character that is not one of the digits 0 to 9, return LITERAL ${invalid}; int alone would also accept ' 5', '1_0' and digits of other scripts.`,
          `Let number be int(${digits}); leading zeros are allowed.`,
          ...(out === "invalid"
            ? [`If number < ${low} or number > ${high}, return LITERAL ${invalid}.`]
            : [
                `If number < ${low}, return LITERAL ${low}.`,
                `If number > ${high}, return LITERAL ${high}.`,
              ]),
          `Otherwise return number; ${low} and ${high} themselves are in the range.`,
        ],
        assertions: [
          assertCase({ [x]: "''" }, invalid, "Empty text"),
          ...(low > 0
            ? [assertCase({ [x]: pythonLiteral(String(low - 1)) }, under, "Just below the range")]
            : []),
          assertCase({ [x]: pythonLiteral(String(low)) }, low, "Lower end"),
          assertCase({ [x]: pythonLiteral(String(high)) }, high, "Upper end"),
          assertCase({ [x]: pythonLiteral(String(high + 1)) }, over, "Just above the range"),
          assertCase({ [x]: pythonLiteral(`0${high}`) }, high, "Leading zero"),
          assertCase(
            { [x]: pythonLiteral(`+${high}`) },
            sign === "plus" ? high : invalid,
            "Plus sign",
          ),
          [
            `${x} not in ('-${high}', ' ${high}', '${high} ', '1_0', '1.0', '++1', '+', 'x', '\u0663') or ${isBad}`,
            "Texts that int might accept, or nearly",
          ],
          [`${isBad} or ${low} <= result <= ${high}`, "Range of the result"],
          [`not isinstance(result, bool)`, "A number and no boolean"],
        ],
      }),
      implementation: pythonSource(
        `def ${name}(${x}):`,
        ...(sign === "plus" ? [`    digits = ${x}[1:] if ${x}.startswith('+') else ${x}`] : []),
        `    if ${digits} == '' or any(mark not in '0123456789' for mark in ${digits}):`,
        `        return ${invalid}`,
        `    number = int(${digits})`,
        ...(out === "invalid"
          ? [`    if number < ${low} or number > ${high}:`, `        return ${invalid}`]
          : [
              `    if number < ${low}:`,
              `        return ${low}`,
              `    if number > ${high}:`,
              `        return ${high}`,
            ]),
        `    return number`,
      ),
      inputs: [
        "",
        String(Math.max(low - 1, 0)),
        String(low),
        String(high),
        String(high + 1),
        `0${high}`,
        `+${high}`,
        `-${high}`,
        ` ${high}`,
        "1_0",
        "1.0",
        "++1",
        "+",
        "x",
        "\u0663",
      ].map((value) => [pythonLiteral(value)]),
    };
  },
});
