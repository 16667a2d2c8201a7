import { pythonLiteral } from "../../python-literal.ts";
import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { withArticle } from "../../words/article.ts";
import { capitalise, joinWords } from "../../words/sentence.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

const FLAGS = [
  { id: "newsletter", one: "answer of a form", x: "answer" },
  { id: "debug", one: "environment variable", x: "variable" },
  { id: "active", one: "column of a CSV file", x: "column" },
  { id: "subscribed", one: "field of an import", x: "field" },
  { id: "enabled", one: "option of a command", x: "option" },
  { id: "visible", one: "attribute of a page", x: "attribute" },
  { id: "paid", one: "cell of a bill", x: "cell" },
  { id: "present", one: "entry of an attendance list", x: "entry" },
] as const;
const WORDS = [
  { id: "yes-no", yes: ["yes", "y"], no: ["no", "n"] },
  { id: "true-false", yes: ["true", "t"], no: ["false", "f"] },
  { id: "on-off", yes: ["on", "enabled"], no: ["off", "disabled"] },
  { id: "ja-nein", yes: ["ja", "j"], no: ["nein", "n"] },
  { id: "ok-stop", yes: ["ok", "go"], no: ["stop", "halt"] },
  { id: "one-zero", yes: ["1", "x"], no: ["0", "-"] },
] as const;

export const readFlag = defineTemplate({
  id: "read_flag",
  category: "type_operations",
  title: "Read a yes or no from any value",
  slots: {
    flag: { kind: "word", values: FLAGS },
    words: { kind: "label", values: WORDS },
    numbers: { kind: "choice", values: ["refused", "zero_one"] },
    blanks: { kind: "choice", values: ["refused", "ignored"] },
    other: { kind: "choice", values: ["None", "False", "'unclear'"] },
  },
  phrasings: [
    ({ flag, words, numbers, blanks, other }) =>
      `Read a yes or no from ${withArticle(flag.one)}, which may have any type. Booleans are returned as they are. ${capitalise(texts(words.yes))} gives True and ${texts(words.no)} gives False, in upper or lower case${blanks === "ignored" ? " and with or without white space around it" : ""}. ${numbers === "zero_one" ? "The ints 1 and 0 give True and False. " : "Numbers are not accepted. "}Everything else gives ${other}.`,
    ({ flag, words, numbers, blanks, other }) =>
      `Convert ${withArticle(flag.one)} to a bool. Return True for True and for the texts ${joinWords(words.yes.map((word) => `'${word}'`))}, False for False and for the texts ${joinWords(words.no.map((word) => `'${word}'`))}; case does not matter${blanks === "ignored" ? ", and white space around the text is ignored" : ""}. ${numbers === "zero_one" ? "The int 1 counts as True and the int 0 as False, but floats do not count. " : "No number counts, not even 0 or 1. "}Return ${other} for any other value.`,
  ],
  load: ({ numbers, blanks }) => ({
    branches: numbers === "zero_one" ? 5 : 4,
    quirks: 1,
    edgeCases: blanks === "ignored" ? 1 : 0,
  }),
  blueprint: ({ flag: { x, one, id }, words, numbers, blanks, other }) => {
    const name = `read_${id}_flag`;
    const hasNumbers = numbers === "zero_one";
    const list = (entries: readonly string[]) =>
      `(${entries.map((entry) => pythonLiteral(entry)).join(", ")})`;
    const marked = (entries: readonly string[]) =>
      entries.map((entry) => `LITERAL ${pythonLiteral(entry)}`).join(" or ");
    const [yes = ""] = words.yes;
    const [no = ""] = words.no;
    const strip = blanks === "ignored" ? ".strip()" : "";
    const result = other === "'unclear'" ? "result == 'unclear'" : `result is ${other}`;
    return {
      ir: writeIr({
        summary: `Read a yes or no from ${withArticle(one)}.`,
        name,
        parameters: [[x, "Any", `${capitalise(one)}; it may have any type.`]],
        returns: { None: "bool | None", False: "bool", "'unclear'": "bool | str" }[other],
        effects: [
          `If isinstance(${x}, bool), return ${x}${hasNumbers ? "; this test comes before the one for int, because isinstance(True, int) is true" : "; isinstance(True, int) is true as well, but ints are not accepted"}.`,
          ...(hasNumbers
            ? [
                `If isinstance(${x}, int) and ${x} == 1, return LITERAL True; if isinstance(${x}, int) and ${x} == 0, return LITERAL False. Floats such as 1.0 do not count.`,
              ]
            : []),
          `If isinstance(${x}, str), let word be ${x}${strip}.lower(); if word is ${marked(words.yes)}, return LITERAL True; if word is ${marked(words.no)}, return LITERAL False.`,
          `Otherwise return LITERAL ${other}; this covers None, the empty text${hasNumbers ? ", all other numbers" : ", all numbers"} and every other type.`,
        ],
        assertions: [
          [`${x} is not True or result is True`, "True"],
          [`${x} is not False or result is False`, "False"],
          ...words.yes.map((word) =>
            assertCase({ [x]: pythonLiteral(word) }, "True", `Text ${word}`),
          ),
          ...words.no.map((word) =>
            assertCase({ [x]: pythonLiteral(word) }, "False", `Text ${word}`),
          ),
          [`${x} != ${pythonLiteral(yes.toUpperCase())} or result is True`, "Upper case"],
          assertCase(
            { [x]: pythonLiteral(` ${yes}\n`) },
            blanks === "ignored" ? "True" : other,
            "White space around it",
          ),
          assertCase({ [x]: pythonLiteral(`${no}${no}`) }, other, "Not exactly one of the words"),
          assertCase({ [x]: "''" }, other, "Empty text"),
          [`${x} is not None or ${result}`, "None"],
          assertCase({ [`repr(${x})`]: "'1'" }, hasNumbers ? "True" : other, "The int 1"),
          assertCase({ [`repr(${x})`]: "'0'" }, hasNumbers ? "False" : other, "The int 0"),
          assertCase({ [`repr(${x})`]: "'2'" }, other, "Another int"),
          [`not isinstance(${x}, (float, list, dict, bytes)) or ${result}`, "Other types"],
        ],
      }),
      implementation: pythonSource(
        `def ${name}(${x}):`,
        `    if isinstance(${x}, bool):`,
        `        return ${x}`,
        ...(hasNumbers
          ? [
              `    if isinstance(${x}, int):`,
              `        if ${x} == 1:`,
              `            return True`,
              `        if ${x} == 0:`,
              `            return False`,
            ]
          : []),
        `    if isinstance(${x}, str):`,
        `        word = ${x}${strip}.lower()`,
        `        if word in ${list(words.yes)}:`,
        `            return True`,
        `        if word in ${list(words.no)}:`,
        `            return False`,
        `    return ${other}`,
      ),
      inputs: [
        "True",
        "False",
        "None",
        "1",
        "0",
        "2",
        "1.0",
        "''",
        ...[...words.yes, ...words.no, yes.toUpperCase(), ` ${yes}\n`, `${no}${no}`].map((word) =>
          pythonLiteral(word),
        ),
        "[]",
        "b'yes'",
      ].map((value) => [value]),
    };
  },
});

function texts(words: readonly string[]): string {
  return `the text ${joinWords(
    words.map((word) => `'${word}'`),
    "or",
  )}`;
}
