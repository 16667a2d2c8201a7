import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { capitalise } from "../../words/sentence.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

const NOUNS = [
  { id: "recipients", one: "recipient", many: "recipients", sample: "'ada'" },
  { id: "tags", one: "tag", many: "tags", sample: "'new'" },
  { id: "paths", one: "path", many: "paths", sample: "'/tmp'" },
  { id: "ids", one: "id", many: "ids", sample: "7" },
  { id: "colours", one: "colour", many: "colours", sample: "'red'" },
  { id: "filters", one: "filter", many: "filters", sample: "'open'" },
  { id: "columns", one: "column", many: "columns", sample: "'name'" },
  { id: "limits", one: "limit", many: "limits", sample: "0" },
  { id: "languages", one: "language", many: "languages", sample: "'nb'" },
] as const;
const SEQUENCES = [
  { id: "list", types: ["list"], words: "a list" },
  { id: "list_tuple", types: ["list", "tuple"], words: "a list or a tuple" },
  { id: "list_set", types: ["list", "set"], words: "a list or a set" },
  { id: "all", types: ["list", "tuple", "set"], words: "a list, a tuple or a set" },
] as const;

export const wrapInList = defineTemplate({
  id: "wrap_in_list",
  category: "type_operations",
  title: "Accept one value or many",
  slots: {
    noun: { kind: "word", values: NOUNS },
    sequences: { kind: "type", values: SEQUENCES },
    nothing: { kind: "choice", values: ["empty", "kept"] },
    blank: { kind: "choice", values: ["value", "dropped"] },
    order: { kind: "choice", values: ["kept", "sorted_text"] },
  },
  rules: [
    {
      name: "set_needs_order",
      slots: ["sequences", "order"],
      message: "the entries of a set have no order, so the result must be sorted",
      holds: ({ sequences, order }) =>
        order === "sorted_text" || !sequences.types.some((type) => type === "set"),
    },
  ],
  phrasings: [
    ({ noun, sequences, nothing, blank, order }) =>
      `A function accepts one ${noun.one} or several. Return them as a new list: the entries of ${sequences.words}, or a list with the single value otherwise. A text is one value and is never taken apart. ${nothing === "empty" ? "None gives an empty list." : "None is a value like any other."}${blank === "dropped" ? " Empty texts are left out, wherever they come from." : ""}${order === "sorted_text" ? " Sort the result by the text of each entry, as str gives it." : ""}`,
    ({ noun, sequences, nothing, blank, order }) =>
      `Normalise the ${noun.many} that a caller passes. ${capitalise(sequences.words)} is copied into a new list; anything else, texts included, becomes a list with one entry; ${nothing === "empty" ? "None becomes an empty list" : "so does None"}.${blank === "dropped" ? " Entries that are empty texts disappear." : ""}${order === "sorted_text" ? " The entries are sorted by str(entry)." : ""}`,
  ],
  load: ({ nothing, blank, order }) => ({
    branches: 2 + (nothing === "empty" ? 1 : 0),
    quirks: 1 + (order === "kept" ? 0 : 1),
    edgeCases: 1 + (blank === "dropped" ? 1 : 0),
  }),
  blueprint: ({ noun: { id, many, sample }, sequences, nothing, blank, order }) => {
    const name = `list_${id}`;
    const types = sequences.types.length === 1 ? "list" : `(${sequences.types.join(", ")})`;
    const isIn = (type: "list" | "tuple" | "set") =>
      sequences.types.some((wanted) => wanted === type);
    const wrap = (expression: string, type: "list" | "tuple" | "set", entries: string) =>
      isIn(type) ? entries : `[${expression}]`;
    const filtered =
      blank === "dropped" ? "[entry for entry in entries if entry != '']" : "entries";
    const sorted = order === "sorted_text" ? `sorted(${filtered}, key=str)` : filtered;
    const none = nothing === "empty" ? "[]" : "[None]";
    return {
      ir: writeIr({
        summary: `Return one or several ${many} as a list.`,
        name,
        parameters: [["value", "Any", `One of the ${many}, or several as ${sequences.words}.`]],
        returns: "list[Any]",
        effects: [
          ...(nothing === "empty"
            ? [`If value is None, return LITERAL []; 0, False and the empty text are not None.`]
            : []),
          `If isinstance(value, ${types}), let entries be a new list with the entries of value; otherwise let entries be [value]${nothing === "kept" ? ", also when value is None" : ""}. A str is a single value, although it can be iterated${isIn("tuple") ? "" : ", and so is a tuple"}.`,
          ...(blank === "dropped"
            ? [`Leave out of entries every text that equals LITERAL ''; 0, False and None stay.`]
            : []),
          order === "sorted_text"
            ? `Return entries in ascending order of str(entry); comparing the entries themselves would fail for mixed types.`
            : `Return entries in their order; the list that was passed in is never returned itself.`,
        ],
        assertions: [
          [`value is not None or result == ${none}`, "None"],
          assertCase({ value: "[]" }, "[]", "Empty list"),
          assertCase({ value: "''" }, blank === "dropped" ? "[]" : "['']", "Empty text"),
          assertCase({ value: "'abc'" }, "['abc']", "A text is not taken apart"),
          assertCase({ value: sample }, `[${sample}]`, "Single value"),
          assertCase({ "repr(value)": "'0'" }, "[0]", "Zero is a value"),
          [`value is not False or result == [False]`, "False is a value"],
          assertCase(
            { value: "['b', 'a', '']" },
            blank === "dropped"
              ? order === "kept"
                ? "['b', 'a']"
                : "['a', 'b']"
              : order === "kept"
                ? "['b', 'a', '']"
                : "['', 'a', 'b']",
            "Several entries",
          ),
          assertCase(
            { value: "('b', 'a')" },
            wrap("('b', 'a')", "tuple", order === "kept" ? "['b', 'a']" : "['a', 'b']"),
            "Tuple",
          ),
          assertCase({ value: "{'b', 'a'}" }, wrap("{'b', 'a'}", "set", "['a', 'b']"), "Set"),
          assertCase({ value: "{'a': 1}" }, "[{'a': 1}]", "A dictionary is one value"),
          [`result is not value`, "A new list"],
        ],
      }),
      implementation: pythonSource(
        `def ${name}(value):`,
        ...(nothing === "empty" ? [`    if value is None:`, `        return []`] : []),
        `    if isinstance(value, ${types}):`,
        `        entries = list(value)`,
        `    else:`,
        `        entries = [value]`,
        `    return ${sorted}`,
      ),
      inputs: [
        "None",
        "[]",
        "''",
        "'abc'",
        sample,
        "0",
        "False",
        "['b', 'a', '']",
        "('b', 'a')",
        "{'b', 'a'}",
        "{'a': 1}",
        "[10, 9]",
      ].map((value) => [value]),
    };
  },
});
