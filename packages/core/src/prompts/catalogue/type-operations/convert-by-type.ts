import { pythonLiteral } from "../../python-literal.ts";
import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

const TARGETS = [
  {
    id: "cents",
    words: "an amount in cents",
    x: "amount",
    int: "value * 100",
    intWords: "an int is a number of euros and is multiplied by 100",
    textMark: " ct",
    sample: 3,
    intResult: 300,
  },
  {
    id: "minutes",
    words: "a number of minutes",
    x: "duration",
    int: "value * 60",
    intWords: "an int is a number of hours and is multiplied by 60",
    textMark: " min",
    sample: 3,
    intResult: 180,
  },
  {
    id: "grams",
    words: "a weight in grams",
    x: "weight",
    int: "value * 1000",
    intWords: "an int is a number of kilograms and is multiplied by 1000",
    textMark: " g",
    sample: 3,
    intResult: 3000,
  },
  {
    id: "months",
    words: "a number of months",
    x: "period",
    int: "value * 12",
    intWords: "an int is a number of years and is multiplied by 12",
    textMark: " mo",
    sample: 3,
    intResult: 36,
  },
  {
    id: "pages",
    words: "a number of pages",
    x: "length",
    int: "value * 2",
    intWords: "an int is a number of sheets and is multiplied by 2",
    textMark: " pp",
    sample: 3,
    intResult: 6,
  },
  {
    id: "bottles",
    words: "a number of bottles",
    x: "quantity",
    int: "value * 6",
    intWords: "an int is a number of crates and is multiplied by 6",
    textMark: " pcs",
    sample: 3,
    intResult: 18,
  },
] as const;
const NOTHING = ["0", "None", "-1"] as const;

export const convertByType = defineTemplate({
  id: "convert_by_type",
  category: "type_operations",
  title: "Convert a number or a text with a unit",
  slots: {
    target: { kind: "word", values: TARGETS },
    nothing: { kind: "choice", values: NOTHING },
    wrong: { kind: "choice", values: ["None", "-1", "'unknown'"] },
    bool: { kind: "choice", values: ["wrong", "error"] },
    blank: { kind: "choice", values: ["exact", "strip"] },
    negative: { kind: "choice", values: ["allowed", "wrong"] },
  },
  phrasings: [
    ({ target, nothing, wrong, bool, blank, negative }) =>
      `Convert a value to ${target.words}: ${target.intWords}; a text must be one or more digits from 0 to 9 followed by '${target.textMark}', and its number is taken as it is; None gives ${nothing}. ${blank === "strip" ? "White space around the text is ignored. " : ""}${negative === "wrong" ? `A negative int gives ${wrong}. ` : ""}Anything else gives ${wrong}${bool === "error" ? ", except that True and False give 'bool'" : ", True and False included"}.`,
    ({ target, nothing, wrong, bool, blank, negative }) =>
      `Return ${target.words} from a value of unknown type. None means ${nothing}. For ints, ${target.intWords.replace("an int", "the value")}${negative === "wrong" ? ", but negative ones are wrong" : ""}. A str of digits from 0 to 9 followed by '${target.textMark}', such as '${target.sample}${target.textMark}', stands for its number${blank === "strip" ? ", also with white space around it" : ""}. A wrong value gives ${wrong}; ${bool === "error" ? "a boolean gives 'bool'" : "booleans are wrong values too"}.`,
  ],
  load: ({ bool, negative, blank }) => ({
    branches: 4 + (bool === "error" ? 1 : 0),
    quirks: 1,
    edgeCases: (negative === "wrong" ? 1 : 0) + (blank === "strip" ? 1 : 0),
  }),
  blueprint: ({ target, nothing, wrong, bool, blank, negative }) => {
    const { x, textMark: mark, sample, intResult } = target;
    const name = `to_${target.id}`;
    const flag = bool === "error" ? "'bool'" : wrong;
    const int = target.int.replace("value", x);
    const text = blank === "strip" ? "text" : x;
    const isWrong = (value: string) => (value === "None" ? "result is None" : `result == ${value}`);
    const types = [
      "int",
      ...(nothing === "None" || wrong === "None" ? ["None"] : []),
      ...(bool === "error" || wrong === "'unknown'" ? ["str"] : []),
    ];
    return {
      ir: writeIr({
        summary: `Convert a value to ${target.words}.`,
        name,
        parameters: [[x, "Any", "An int, a text with a unit, or None."]],
        returns: types.toSorted((a, b) => Number(a === "None") - Number(b === "None")).join(" | "),
        effects: [
          `If ${x} is None, return LITERAL ${nothing}.`,
          `If isinstance(${x}, bool), return LITERAL ${flag}; this test comes before the one for int, because isinstance(True, int) is true.`,
          negative === "wrong"
            ? `If isinstance(${x}, int), return LITERAL ${wrong} if ${x} < 0, and ${int} otherwise; 0 is allowed.`
            : `If isinstance(${x}, int), return ${int}; zero and negative numbers are allowed.`,
          `If isinstance(${x}, str), ${blank === "strip" ? `let text be ${x}.strip() and ` : ""}check whether ${text} consists of one or more of the digits 0 to 9 followed by LITERAL ${pythonLiteral(mark)}, such as LITERAL ${pythonLiteral(`${sample}${mark}`)}; if so, return the int of these digits.`,
          `Otherwise return LITERAL ${wrong}; this covers floats, lists, the empty text and texts such as '5', '-5${mark}' or '1.5${mark}'.`,
        ],
        assertions: [
          [`${x} is not None or ${isWrong(nothing)}`, "None"],
          [`not isinstance(${x}, bool) or ${isWrong(flag)}`, "True and False"],
          assertCase({ [`repr(${x})`]: "'0'" }, 0, "Zero"),
          assertCase({ [`repr(${x})`]: pythonLiteral(String(sample)) }, intResult, "Positive int"),
          assertCase(
            { [`repr(${x})`]: pythonLiteral(String(-sample)) },
            negative === "wrong" ? wrong : -intResult,
            "Negative int",
          ),
          assertCase({ [x]: pythonLiteral(`${sample}${mark}`) }, sample, "Text with the unit"),
          assertCase({ [x]: pythonLiteral(`0${mark}`) }, 0, "Zero as text"),
          assertCase(
            { [x]: pythonLiteral(` 12${mark} `) },
            blank === "strip" ? 12 : wrong,
            "White space around the text",
          ),
          [
            `${x} not in ('', '5', '-5${mark}', '1.5${mark}', ${pythonLiteral(mark)}, '5${mark}${mark}', '\u0663${mark}') or ${isWrong(wrong)}`,
            "Texts that are nearly right",
          ],
          [`not isinstance(${x}, (float, list, dict, bytes)) or ${isWrong(wrong)}`, "Other types"],
        ],
      }),
      implementation: pythonSource(
        `def ${name}(${x}):`,
        `    if ${x} is None:`,
        `        return ${nothing}`,
        `    if isinstance(${x}, bool):`,
        `        return ${flag}`,
        `    if isinstance(${x}, int):`,
        ...(negative === "wrong" ? [`        if ${x} < 0:`, `            return ${wrong}`] : []),
        `        return ${int}`,
        `    if isinstance(${x}, str):`,
        ...(blank === "strip" ? [`        text = ${x}.strip()`] : []),
        `        digits = ${text}[:-${mark.length}]`,
        `        if ${text}.endswith(${pythonLiteral(mark)}) and digits != '' and all(mark in '0123456789' for mark in digits):`,
        `            return int(digits)`,
        `    return ${wrong}`,
      ),
      inputs: [
        "None",
        "True",
        "False",
        "0",
        String(sample),
        String(-sample),
        "2.5",
        "[]",
        ...[
          `${sample}${mark}`,
          `0${mark}`,
          ` 12${mark} `,
          "",
          "5",
          `-5${mark}`,
          `1.5${mark}`,
          mark,
          `5${mark}${mark}`,
          `\u0663${mark}`,
        ].map((value) => pythonLiteral(value)),
        "b'5'",
      ].map((value) => [value]),
    };
  },
});
