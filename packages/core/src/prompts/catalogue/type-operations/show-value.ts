import { pythonLiteral } from "../../python-literal.ts";
import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { capitalise } from "../../words/sentence.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

const USES = [
  { id: "report", words: "a value for a report" },
  { id: "csv", words: "a value for a CSV export" },
  { id: "label", words: "a value for a label on the screen" },
  { id: "log", words: "a value for a log line" },
  { id: "mail", words: "a value for an e-mail" },
  { id: "diff", words: "a value for a comparison table" },
  { id: "badge", words: "a value for a badge" },
  { id: "speech", words: "a value that is read aloud" },
] as const;
const BOOLS = [
  { id: "yes-no", yes: "yes", no: "no" },
  { id: "on-off", yes: "on", no: "off" },
  { id: "1-0", yes: "1", no: "0" },
  { id: "done-open", yes: "done", no: "open" },
] as const;
const LISTS = [
  {
    id: "count",
    words: "a list becomes its number of entries followed by ' items'",
    effect: "str(len(value)) + LITERAL ' items'",
    code: "str(len(value)) + ' items'",
    empty: "0 items",
    two: "2 items",
  },
  {
    id: "brackets",
    words: "a list becomes '[...]', whatever is in it",
    effect: "LITERAL '[...]'",
    code: "'[...]'",
    empty: "[...]",
    two: "[...]",
  },
  {
    id: "size",
    words: "a list becomes 'list of ' followed by its number of entries",
    effect: "LITERAL 'list of ' + str(len(value))",
    code: "'list of ' + str(len(value))",
    empty: "list of 0",
    two: "list of 2",
  },
] as const;

export const showValue = defineTemplate({
  id: "show_value",
  category: "type_operations",
  title: "Write a value as text by its type",
  slots: {
    use: { kind: "word", values: USES },
    bools: { kind: "label", values: BOOLS },
    nothing: { kind: "label", values: ["-", "n/a", "missing", ""] },
    lists: { kind: "choice", values: LISTS },
    texts: { kind: "choice", values: ["as_is", "quoted"] },
  },
  phrasings: [
    ({ use, bools, nothing, lists, texts }) =>
      `Format ${use.words} as text: True becomes '${bools.yes}' and False '${bools.no}', None becomes ${say(nothing)}, ${lists.words}, a text ${texts === "quoted" ? "gets double quotes around it" : "stays as it is"}, and anything else is converted with str.`,
    ({ use, bools, nothing, lists, texts }) =>
      `Return ${use.words} as a str, depending on its type. For a bool it is '${bools.yes}' or '${bools.no}'. For None it is ${say(nothing)}. ${capitalise(lists.words)}. A str ${texts === "quoted" ? "is put between two '\"' characters" : "is returned unchanged"}. Use str for every other value, numbers included.`,
  ],
  load: () => ({ branches: 6, quirks: 1, edgeCases: 0 }),
  blueprint: ({ use, bools, nothing, lists, texts }) => {
    const name = `format_for_${use.id}`;
    const quote = pythonLiteral('"');
    const quoted = texts === "quoted";
    return {
      ir: writeIr({
        summary: `Format ${use.words} as text.`,
        name,
        parameters: [["value", "Any", "Value of any type."]],
        returns: "str",
        effects: [
          `If value is True, return LITERAL ${pythonLiteral(bools.yes)}; if value is False, return LITERAL ${pythonLiteral(bools.no)}. Test identity or isinstance(value, bool), because 1 == True is true and 1 is no boolean.`,
          `If value is None, return LITERAL ${pythonLiteral(nothing)}.`,
          `If isinstance(value, list), return ${lists.effect}; tuples and dictionaries are not lists.`,
          quoted
            ? `If isinstance(value, str), return LITERAL ${quote} + value + LITERAL ${quote}; quotes inside it are not changed.`
            : `If isinstance(value, str), return value unchanged, the empty text included.`,
          `Otherwise return str(value); NaN gives 'nan'.`,
        ],
        assertions: [
          [`value is not True or result == ${pythonLiteral(bools.yes)}`, "True"],
          [`value is not False or result == ${pythonLiteral(bools.no)}`, "False"],
          [`value is not None or result == ${pythonLiteral(nothing)}`, "None"],
          assertCase({ value: "[]" }, pythonLiteral(lists.empty), "Empty list"),
          assertCase({ value: "[None, 'a']" }, pythonLiteral(lists.two), "List of two"),
          assertCase({ value: "''" }, pythonLiteral(quoted ? '""' : ""), "Empty text"),
          assertCase(
            { value: "'True'" },
            pythonLiteral(quoted ? '"True"' : "True"),
            "A text that looks like a boolean",
          ),
          assertCase({ "repr(value)": "'1'" }, "'1'", "The int 1 is no boolean"),
          assertCase({ "repr(value)": "'0'" }, "'0'", "The int 0 is no boolean"),
          [
            `isinstance(value, (bool, str, list)) or value is None or result == str(value)`,
            "Everything else",
          ],
          ["isinstance(result, str)", "Always a text"],
        ],
      }),
      implementation: pythonSource(
        `def ${name}(value):`,
        `    if isinstance(value, bool):`,
        `        return ${pythonLiteral(bools.yes)} if value else ${pythonLiteral(bools.no)}`,
        `    if value is None:`,
        `        return ${pythonLiteral(nothing)}`,
        `    if isinstance(value, list):`,
        `        return ${lists.code}`,
        `    if isinstance(value, str):`,
        quoted ? `        return ${quote} + value + ${quote}` : `        return value`,
        `    return str(value)`,
      ),
      inputs: [
        "True",
        "False",
        "None",
        "[]",
        "[None, 'a']",
        "''",
        "'True'",
        "1",
        "0",
        "1.0",
        "-3",
        "(1, 2)",
        "{'a': 1}",
        "float('nan')",
      ].map((value) => [value]),
    };
  },
});

function say(nothing: string): string {
  return nothing === "" ? "an empty text" : `'${nothing}'`;
}
