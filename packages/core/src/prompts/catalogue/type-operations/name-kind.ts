import { pythonLiteral } from "../../python-literal.ts";
import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { withArticle } from "../../words/article.ts";
import { capitalise, joinWords } from "../../words/sentence.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

const KINDS = [
  { id: "bool", words: "True and False", test: "isinstance(value, bool)", sample: "True" },
  { id: "int", words: "an int", test: "isinstance(value, int)", sample: "-7" },
  { id: "float", words: "a float", test: "isinstance(value, float)", sample: "2.5" },
  { id: "str", words: "a str", test: "isinstance(value, str)", sample: "'a'" },
  { id: "list", words: "a list", test: "isinstance(value, list)", sample: "[1]" },
  { id: "dict", words: "a dict", test: "isinstance(value, dict)", sample: "{'a': 1}" },
  { id: "none", words: "None", test: "value is None", sample: "None" },
] as const;
const CHOICES = [
  { id: "bool-int-str", kinds: ["bool", "int", "str"] },
  { id: "int-bool-float", kinds: ["int", "bool", "float"] },
  { id: "str-list-none", kinds: ["str", "list", "none"] },
  { id: "none-bool-int-float", kinds: ["none", "bool", "int", "float"] },
  { id: "list-dict-str-int", kinds: ["list", "dict", "str", "int"] },
  { id: "int-float-none", kinds: ["int", "float", "none"] },
  { id: "dict-list-none-bool", kinds: ["dict", "list", "none", "bool"] },
  { id: "str-int-bool-float-none", kinds: ["str", "int", "bool", "float", "none"] },
] as const;
const LABELS = [
  {
    id: "plain",
    bool: "boolean",
    int: "integer",
    float: "decimal",
    str: "text",
    list: "list",
    dict: "mapping",
    none: "nothing",
  },
  {
    id: "columns",
    bool: "flag",
    int: "count",
    float: "measure",
    str: "label",
    list: "array",
    dict: "object",
    none: "missing",
  },
  { id: "letters", bool: "B", int: "I", float: "F", str: "S", list: "L", dict: "D", none: "N" },
  {
    id: "json",
    bool: "json boolean",
    int: "json integer",
    float: "json number",
    str: "json string",
    list: "json array",
    dict: "json object",
    none: "json null",
  },
  {
    id: "widgets",
    bool: "checkbox",
    int: "spinner",
    float: "slider",
    str: "text box",
    list: "list box",
    dict: "sub form",
    none: "placeholder",
  },
  {
    id: "colours",
    bool: "blue",
    int: "green",
    float: "teal",
    str: "orange",
    list: "purple",
    dict: "brown",
    none: "grey",
  },
] as const;

export const nameKind = defineTemplate({
  id: "name_kind",
  category: "type_operations",
  title: "Name the kind of a value",
  slots: {
    kinds: { kind: "type", values: CHOICES },
    labels: { kind: "label", values: LABELS },
    other: { kind: "label", values: ["other", "unknown", "unsupported", "?"] },
    use: {
      kind: "word",
      values: [
        "cell of a spreadsheet",
        "field of a form",
        "setting",
        "argument of a command",
        "value from a JSON file",
        "item of a mixed list",
      ],
    },
  },
  phrasings: [
    ({ kinds, labels, other, use }) =>
      `Name the kind of ${withArticle(use)}: ${kinds.kinds.map((kind) => `'${labels[kind]}' for ${find(kind).words}`).join(", ")}, and '${other}' for everything else.${warn(kinds.kinds)}`,
    ({ kinds, labels, other, use }) =>
      `Use isinstance to find out what ${withArticle(use)} is. Return ${joinWords([...kinds.kinds.map((kind) => `'${labels[kind]}' if it is ${kind === "bool" ? "a bool" : find(kind).words}`), `'${other}' if it is none of these`])}.${warn(kinds.kinds)}`,
    ({ kinds, labels, other, use }) =>
      `Write a function that takes ${withArticle(use)} of any type and returns a word for it. ${kinds.kinds.map((kind) => `For ${find(kind).words} the word is '${labels[kind]}'`).join(". ")}. All other values get '${other}'.${warn(kinds.kinds)}`,
  ],
  load: ({ kinds }) => ({ branches: kinds.kinds.length + 1, quirks: 1, edgeCases: 0 }),
  blueprint: ({ kinds: { kinds }, labels, other, use }) => {
    const label = (kind: KindId) => pythonLiteral(labels[kind]);
    const hasBool = kinds.some((kind) => kind === "bool");
    const hasInt = kinds.some((kind) => kind === "int");
    const isOnlyInt = hasInt && !hasBool;
    const ordered =
      hasBool && hasInt ? ["bool" as const, ...kinds.filter((kind) => kind !== "bool")] : kinds;
    const test = (kind: KindId) =>
      kind === "int" && isOnlyInt
        ? "isinstance(value, int) and not isinstance(value, bool)"
        : find(kind).test;
    const name = `kind_of_${use.split(" ")[0] ?? ""}`;
    return {
      ir: writeIr({
        summary: `Name the kind of ${withArticle(use)}.`,
        name,
        parameters: [["value", "Any", `${capitalise(use)}; it may have any type.`]],
        returns: "str",
        effects: [
          ...ordered.map(
            (kind) =>
              `If ${test(kind)}, return LITERAL ${label(kind)}${note(kind, hasBool, hasInt)}.`,
          ),
          `Otherwise return LITERAL ${pythonLiteral(other)}${hasBool || hasInt ? "" : "; this covers numbers and booleans"}.`,
        ],
        assertions: [
          ...ordered.map(
            (kind) =>
              [`not (${strictTest(kind)}) or result == ${label(kind)}`, find(kind).words] as const,
          ),
          [
            `value is not True or result == ${hasBool ? label("bool") : pythonLiteral(other)}`,
            "True is an instance of int too",
          ],
          [
            `value is not False or result == ${hasBool ? label("bool") : pythonLiteral(other)}`,
            "False is an instance of int too",
          ],
          ...(hasInt ? [assertCase({ "repr(value)": "'0'" }, label("int"), "Zero")] : []),
          [
            `isinstance(value, (bool, int, float, str, list, dict)) or value is None or result == ${pythonLiteral(other)}`,
            "Types that are not named",
          ],
          ...(["float", "str", "list", "dict", "none"] as const)
            .filter((kind) => !kinds.some((wanted) => wanted === kind))
            .map(
              (kind) =>
                [
                  `not (${strictTest(kind)}) or result == ${pythonLiteral(other)}`,
                  `${find(kind).words} is not named`,
                ] as const,
            ),
          ...(hasInt
            ? []
            : ([
                [
                  `not (${strictTest("int")}) or result == ${pythonLiteral(other)}`,
                  "an int is not named",
                ],
              ] as const)),
        ],
      }),
      implementation: pythonSource(
        `def ${name}(value):`,
        ...ordered.flatMap((kind) => [`    if ${test(kind)}:`, `        return ${label(kind)}`]),
        `    return ${pythonLiteral(other)}`,
      ),
      inputs: [
        "True",
        "False",
        "0",
        "-7",
        "2.5",
        "float('nan')",
        "''",
        "'a'",
        "[]",
        "[1]",
        "{}",
        "{'a': 1}",
        "None",
        "(1, 2)",
        "b'a'",
        "{1}",
      ].map((value) => [value]),
    };
  },
});

type KindId = (typeof KINDS)[number]["id"];

function find(kind: KindId): (typeof KINDS)[number] {
  return KINDS.find(({ id }) => id === kind) ?? KINDS[0];
}

function strictTest(kind: KindId): string {
  return kind === "int"
    ? "isinstance(value, int) and not isinstance(value, bool)"
    : find(kind).test;
}

function warn(kinds: readonly KindId[]): string {
  if (!kinds.includes("int")) return "";
  return kinds.includes("bool")
    ? " A boolean must not be taken for an int."
    : " Booleans do not count as int here.";
}

function note(kind: KindId, hasBool: boolean, hasInt: boolean): string {
  if (kind === "bool" && hasInt)
    return "; this test comes before the one for int, because isinstance(True, int) is true";
  if (kind === "int" && !hasBool)
    return "; the second test is needed because isinstance(True, int) is true";
  if (kind === "float") return "; NaN and infinity are floats";
  return kind === "str" ? ", the empty text included" : "";
}
