import { pythonSource } from "../../python-source.ts";
import { withArticle } from "../../words/article.ts";
import { defineTemplate } from "../../template.ts";
import { capitalise } from "../../words/sentence.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

const TYPES = [
  {
    id: "int",
    many: "whole numbers",
    one: "whole number",
    test: "isinstance(ITEM, int) and not isinstance(ITEM, bool)",
    hint: "int",
    samples: ["7", "0", "-4"],
    other: "2.0",
    why: "isinstance(True, int) is true, so the second test keeps booleans out; floats such as 2.0 do not count",
  },
  {
    id: "number",
    many: "numbers (int and float)",
    one: "number (int or float)",
    test: "isinstance(ITEM, (int, float)) and not isinstance(ITEM, bool)",
    hint: "int | float",
    samples: ["7", "0.5", "-4"],
    other: "'7'",
    why: "isinstance(True, int) is true, so the second test keeps booleans out; NaN and infinity are floats",
  },
  {
    id: "str",
    many: "texts",
    one: "text",
    test: "isinstance(ITEM, str)",
    hint: "str",
    samples: ["'a'", "''", "'7'"],
    other: "b'a'",
    why: "the empty text counts, bytes do not",
  },
  {
    id: "bool",
    many: "booleans",
    one: "boolean",
    test: "isinstance(ITEM, bool)",
    hint: "bool",
    samples: ["True", "False", "True"],
    other: "1",
    why: "1 and 0 equal True and False, but they are no booleans",
  },
  {
    id: "collection",
    many: "lists and tuples",
    one: "list or tuple",
    test: "isinstance(ITEM, (list, tuple))",
    hint: "list[Any] | tuple[Any, ...]",
    samples: ["[1]", "()", "(2, 3)"],
    other: "'ab'",
    why: "texts, sets and dictionaries do not count",
  },
] as const;
const SOURCES = [
  { id: "cells", words: "the cells of a spreadsheet row", list: "cells" },
  { id: "arguments", words: "the arguments of a command", list: "arguments" },
  { id: "answers", words: "the answers of a survey", list: "answers" },
  { id: "fields", words: "the fields of a record", list: "fields" },
  { id: "events", words: "the payloads of an event queue", list: "payloads" },
  { id: "tokens", words: "the tokens of a parser", list: "tokens" },
  { id: "values", words: "a mixed list of values", list: "values" },
  { id: "readings", words: "the raw readings of a sensor", list: "readings" },
] as const;
const RESULTS = [
  {
    id: "list",
    words: "Return only the MANY among",
    effect: "Return the matches as a new list, in order",
  },
  { id: "count", words: "Count the MANY among", effect: "Return the number of matches" },
  {
    id: "first",
    words: "Find the first ONE among",
    effect: "Return the first match immediately",
  },
  {
    id: "index",
    words: "List the indexes of the MANY among",
    effect: "Return the indexes of the matches as a new list, in ascending order",
  },
] as const;

export const filterByType = defineTemplate({
  id: "filter_by_type",
  category: "type_operations",
  title: "Select values by their type",
  slots: {
    type: { kind: "type", values: TYPES },
    source: { kind: "word", values: SOURCES },
    result: { kind: "choice", values: RESULTS },
    none: { kind: "choice", values: ["plain", "none", "error_text"] },
  },
  phrasings: [
    ({ type, source, result, none }) =>
      `${result.words.replace("MANY", type.many).replace("ONE", type.one)} ${source.words}.${hint(type.id)} ${ending(result.id, none)}`,
    ({ type, source, result, none }) =>
      `Given ${source.words}, which may have any type, ${{ list: `keep the ${type.many} in their order and drop the rest`, count: `say how many of them are ${type.many}`, first: `return the first one that is ${withArticle(type.one)}`, index: `return at which indexes the ${type.many} stand` }[result.id]}.${hint(type.id)} ${ending(result.id, none)}`,
  ],
  load: ({ type, result }) => ({
    branches: result.id === "count" ? 2 : 3,
    quirks: type.id === "str" || type.id === "collection" ? 0 : 1,
    edgeCases: 1,
  }),
  blueprint: ({ type, source: { id, list, words }, result, none }) => {
    const name = `${result.id}_of_${type.id}_${id}`;
    const empty = emptyResult(result.id, none);
    const on = (item: string) => type.test.replaceAll("ITEM", item);
    const isNone = empty === "None" ? "result is None" : `result == ${empty}`;
    const [a, b, c] = type.samples;
    const show = (matches: readonly string[], indexes: readonly number[]) =>
      ({
        list: `[${matches.join(", ")}]`,
        count: String(matches.length),
        first: matches[0] ?? "",
        index: `[${indexes.join(", ")}]`,
      })[result.id];
    const values = {
      list: `[item for item in ${list} if ${on("item")}]`,
      count: `sum(1 for item in ${list} if ${on("item")})`,
      first: "",
      index: `[index for index, item in enumerate(${list}) if ${on("item")}]`,
    }[result.id];
    const returns = {
      list: `list[${type.hint}]`,
      count: "int",
      first: type.hint,
      index: "list[int]",
    }[result.id];
    const extra =
      empty === "None"
        ? " | None"
        : empty === "'none'" && !(result.id === "first" && type.id === "str")
          ? " | str"
          : "";
    const one = (value: string, why: string, matches: boolean) =>
      assertCase(
        { [`repr(${list})`]: `repr([${value}])` },
        matches ? show([value], [0]) : empty,
        why,
      );
    return {
      ir: writeIr({
        summary: `${result.words.replace("MANY", type.many).replace("ONE", type.one)} ${words}.`,
        name,
        parameters: [[list, "list[Any]", `${capitalise(words.replace("the ", ""))}.`]],
        returns: `${returns}${extra}`,
        effects: [
          `Go through ${list} in order; an item is a match if ${on("item")}; ${type.why}.`,
          ...(result.id === "first"
            ? [
                `At the first match return it immediately.`,
                `If the loop ends without a match, or ${list} is empty, return LITERAL ${empty}.`,
              ]
            : [
                `If nothing matches, or ${list} is empty, return LITERAL ${empty}.`,
                `Otherwise ${result.effect.charAt(0).toLowerCase()}${result.effect.slice(1)}; ${list} itself is not changed.`,
              ]),
        ],
        assertions: [
          assertCase({ [list]: "[]" }, empty, "Empty list"),
          one(a, "Single match", true),
          one(type.other, "Nearly a match", false),
          one("None", "None", false),
          one("True", "A boolean", type.id === "bool"),
          assertCase(
            { [`repr(${list})`]: `repr([${type.other}, ${a}, None, ${b}, ${c}])` },
            show([a, b, c], [1, 3, 4]),
            "Several matches, in order",
          ),
          ...(result.id === "first"
            ? ([
                [`any(${on("item")} for item in ${list}) or ${isNone}`, "No match"],
                [
                  `not any(${on("item")} for item in ${list}) or any(result is item for item in ${list})`,
                  "The match itself",
                ],
              ] as const)
            : ([
                [
                  `not any(${on("item")} for item in ${list}) or ${result.id === "list" ? "repr(result)" : "result"} == ${result.id === "list" ? `repr(${values})` : values}`,
                  "Every match",
                ],
              ] as const)),
        ],
      }),
      implementation: pythonSource(
        `def ${name}(${list}):`,
        ...(result.id === "first"
          ? [
              `    for item in ${list}:`,
              `        if ${on("item")}:`,
              `            return item`,
              `    return ${empty}`,
            ]
          : [
              `    matches = ${values}`,
              ...(empty === "[]" || empty === "0"
                ? [`    return matches`]
                : [`    return matches if matches else ${empty}`]),
            ]),
      ),
      inputs: [
        "[]",
        `[${a}]`,
        `[${type.other}]`,
        "[None]",
        "[True]",
        `[${type.other}, ${a}, None, ${b}, ${c}]`,
        "[1, 'x', 2.5, [3], (4,), {}, False, b'']",
        "[float('nan'), {1}]",
      ].map((value) => [value]),
    };
  },
});

function emptyResult(
  result: "list" | "count" | "first" | "index",
  none: "plain" | "none" | "error_text",
): string {
  if (none === "error_text") return "'none'";
  if (none === "none" || result === "first") return "None";
  return result === "count" ? "0" : "[]";
}

function ending(
  result: "list" | "count" | "first" | "index",
  none: "plain" | "none" | "error_text",
): string {
  const empty = emptyResult(result, none);
  return `If there are none, return ${empty === "[]" ? "an empty list" : empty}.`;
}

function hint(type: string): string {
  if (type === "int" || type === "number") return " Booleans are not numbers here.";
  return type === "bool" ? " The numbers 0 and 1 are not booleans." : "";
}
