import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { capitalise, joinWords } from "../../words/sentence.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

const NESTED = [
  { id: "orders", words: "the lines of several orders", list: "orders" },
  { id: "albums", words: "the songs of several albums", list: "albums" },
  { id: "pages", words: "the results of several pages", list: "pages" },
  { id: "teams", words: "the members of several teams", list: "teams" },
  { id: "menus", words: "the entries of nested menus", list: "menus" },
  { id: "batches", words: "the jobs of several batches", list: "batches" },
  { id: "rows", words: "the cells of several rows", list: "rows" },
  { id: "folders", words: "the files of several folders", list: "folders" },
] as const;
const OPENED = [
  { id: "list", types: "list", words: "lists" },
  { id: "list_tuple", types: "(list, tuple)", words: "lists and tuples" },
] as const;

export const flattenOnce = defineTemplate({
  id: "flatten_once",
  category: "type_operations",
  title: "Flatten a nested list",
  slots: {
    nested: { kind: "word", values: NESTED },
    opened: { kind: "type", values: OPENED },
    depth: { kind: "choice", values: ["once", "all"] },
    none: { kind: "choice", values: ["kept", "dropped"] },
    texts: { kind: "choice", values: ["kept", "dropped_when_empty", "dropped"] },
  },
  phrasings: [
    ({ nested, opened, depth, none, texts }) =>
      `Flatten ${nested.words}: in a list whose entries may be ${opened.words} or single values, replace each of the ${opened.words} by its entries, ${depth === "once" ? "one level deep only" : "however deeply they are nested"}. Texts are single values.${none === "dropped" ? " Leave out None." : ""}${TEXT_RULES[texts]}`,
    ({ nested, opened, depth, none, texts }) =>
      `Return ${nested.words} as one flat list. ${capitalise(opened.words)} inside the input are opened${depth === "once" ? ", but what is inside those stays closed" : " at every level"}; any other value, a text for example, goes into the result as a whole.${none === "dropped" ? " None is skipped." : ""}${TEXT_RULES[texts]} The order stays.`,
  ],
  load: ({ depth, none, texts }) => ({
    branches: depth === "all" ? 3 : 2,
    quirks: 1,
    edgeCases:
      (none === "dropped" ? 1 : 0) + (texts === "kept" ? 0 : 1) + (depth === "all" ? 1 : 0),
  }),
  blueprint: ({ nested: { id, words, list }, opened, depth, none, texts }) => {
    const name = `flatten_${id}`;
    const isAll = depth === "all";
    const opens = (value: Nested) =>
      value.kind === "list" || (value.kind === "tuple" && opened.id === "list_tuple");
    const keeps = (value: Nested) =>
      !(value.source === "None" && none === "dropped") &&
      !(
        value.source.startsWith("'") &&
        (texts === "dropped" || (texts === "dropped_when_empty" && value.source === "''"))
      );
    const flatten = (values: readonly Nested[], level: number): string[] =>
      values.flatMap((value) =>
        opens(value) && (isAll || level === 0)
          ? flatten(value.entries, level + 1)
          : keeps(value)
            ? [value.source]
            : [],
      );
    const show = (values: readonly Nested[]) => `[${flatten(values, 0).join(", ")}]`;
    const cases: [Nested[], string][] = [
      [[], "Empty list"],
      [[leaf("1"), nest("list", [])], "An empty list inside"],
      [[nest("list", [leaf("1"), leaf("2")]), leaf("3")], "Lists and single values"],
      [[nest("list", [leaf("1"), nest("list", [leaf("2")])])], "Two levels"],
      [[nest("tuple", [leaf("1"), leaf("2")])], "A tuple"],
      [[leaf("'ab'"), nest("list", [leaf("''"), leaf("'c'")])], "Texts are not taken apart"],
      [[leaf("None"), nest("list", [leaf("None"), leaf("0")])], "None and 0"],
      [[nest("list", [nest("tuple", [leaf("'a'"), leaf("4")])])], "A tuple in a list"],
    ];
    const drops = [
      ...(none === "dropped" ? ["value is None"] : []),
      ...(texts === "dropped_when_empty" ? ["value == ''"] : []),
      ...(texts === "dropped" ? ["isinstance(value, str)"] : []),
    ];
    return {
      ir: writeIr({
        summary: `Flatten ${words} into one list.`,
        name,
        parameters: [
          [list, "list[Any]", `${capitalise(words.replace("the ", ""))}, possibly nested.`],
        ],
        returns: "list[Any]",
        effects: [
          `Start with a new empty list flat and go through ${list} in order.`,
          isAll
            ? `If isinstance(value, ${opened.types}), treat its entries in the same way, at any depth, in order.`
            : `If isinstance(value, ${opened.types}), go through its entries in order; an entry of these that is a list itself is not opened.`,
          ...(drops.length === 0
            ? []
            : [
                `Skip a value${isAll ? "" : " or an entry of an opened one"} if it is ${joinWords([...(none === "dropped" ? ["None"] : []), ...(texts === "dropped_when_empty" ? ["the empty text LITERAL ''"] : []), ...(texts === "dropped" ? ["a str"] : [])], "or")}; 0 and False stay.`,
              ]),
          `Append everything else to flat as a whole; a str is one value, although it can be iterated${opened.id === "list" ? ", and so is a tuple" : ", and so is a set"}.`,
          `Return flat; if ${list} is empty, return LITERAL []. Neither ${list} nor a list inside it is changed.`,
        ],
        assertions: [
          ...cases.map(([values, why]) =>
            assertCase(
              { [list]: `[${values.map(({ source }) => source).join(", ")}]` },
              show(values),
              why,
            ),
          ),
          ...(isAll
            ? ([
                [
                  `not any(isinstance(value, ${opened.types}) for value in result)`,
                  "Nothing is left to open",
                ],
              ] as const)
            : []),
          ...(drops.length === 0
            ? []
            : ([
                [
                  `not any(${drops.join(" or ")} for value in result)`,
                  "Nothing that must be skipped",
                ],
              ] as const)),
          [`result is not ${list}`, "A new list"],
        ],
      }),
      implementation: pythonSource(
        `def ${name}(${list}):`,
        `    flat = []`,
        `    for value in ${list}:`,
        ...(isAll
          ? [
              `        if isinstance(value, ${opened.types}):`,
              `            flat.extend(${name}(value))`,
              `        else:`,
              `            flat.append(value)`,
            ]
          : [
              `        if isinstance(value, ${opened.types}):`,
              `            flat.extend(value)`,
              `        else:`,
              `            flat.append(value)`,
            ]),
        drops.length === 0
          ? `    return flat`
          : `    return [value for value in flat if not (${drops.join(" or ")})]`,
      ),
      inputs: cases.map(([values]) => [`[${values.map(({ source }) => source).join(", ")}]`]),
    };
  },
});

const TEXT_RULES = {
  kept: "",
  dropped_when_empty: " Leave out empty texts.",
  dropped: " Leave out all texts.",
} as const;

interface Nested {
  kind: "leaf" | "list" | "tuple";
  /** Python expression. */
  source: string;
  entries: readonly Nested[];
}

const leaf = (source: string): Nested => ({ kind: "leaf", source, entries: [] });

const nest = (kind: "list" | "tuple", entries: readonly Nested[]): Nested => {
  const inside = entries.map(({ source }) => source).join(", ");
  return {
    kind,
    source: kind === "list" ? `[${inside}]` : `(${inside}${entries.length === 1 ? "," : ""})`,
    entries,
  };
};
