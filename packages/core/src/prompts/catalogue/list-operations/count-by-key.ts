import { pythonLiteral } from "../../python-literal.ts";
import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { TEXT_LISTS } from "../../words/text-lists.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

const KEYS = [
  { id: "itself", words: "how often each of them occurs", key: "ITEM", noun: "entry" },
  { id: "length", words: "how many of them have each length", key: "len(ITEM)", noun: "length" },
  {
    id: "lower",
    words: "how often each of them occurs, in upper or lower case",
    key: "ITEM.lower()",
    noun: "lower-case entry",
  },
  {
    id: "first",
    words: "how many of them start with each character",
    key: "ITEM[0]",
    noun: "first character",
  },
] as const;

export const countByKey = defineTemplate({
  id: "count_by_key",
  category: "list_operations",
  title: "Count texts by a property",
  slots: {
    texts: { kind: "word", values: TEXT_LISTS },
    key: { kind: "choice", values: KEYS },
    minimum: { kind: "threshold", values: [1, 2, 3, 4, 5, 6] },
    empties: { kind: "choice", values: ["ignored", "counted"] },
  },
  rules: [
    {
      name: "first_character_needs_text",
      slots: ["key", "empties"],
      message: "an empty text has no first character, so it must be ignored",
      holds: ({ key, empties }) => key.id !== "first" || empties === "ignored",
    },
  ],
  phrasings: [
    ({ texts, key, minimum, empties }) =>
      `Count in a list of ${texts.many} ${key.words}, and return a dictionary from ${key.noun} to count.${empties === "ignored" ? " Empty texts do not count." : ""}${minimum === 1 ? "" : ` Leave out every ${key.noun} with a count below ${minimum}.`}`,
    ({ texts, key, minimum, empties }) =>
      `Build a dictionary that says ${key.words.replace("them", `the ${texts.many} of a list`)}. Its keys stand in the order in which they first appear.${minimum === 1 ? "" : ` Only counts of at least ${minimum} go into the result.`} ${empties === "ignored" ? "Skip empty texts." : "An empty text is counted like any other."}`,
  ],
  load: ({ key, minimum, empties }) => ({
    branches: minimum === 1 ? 2 : 3,
    quirks: key.id === "first" ? 1 : 0,
    edgeCases:
      (empties === "ignored" ? 1 : 0) + (key.id === "itself" ? 0 : 1) + (minimum === 1 ? 0 : 1),
  }),
  blueprint: ({ texts: { list, item, many, description, samples }, key, minimum, empties }) => {
    const name = `count_${list}_by_${{ itself: "entry", length: "length", lower: "name", first: "start" }[key.id]}`;
    const expression = (entry: string) => key.key.replace("ITEM", entry);
    const [a, b] = samples;
    const isSkipped = empties === "ignored";
    const keyOf = (entry: string) =>
      ({
        itself: pythonLiteral(entry),
        length: String(entry.length),
        lower: pythonLiteral(entry.toLowerCase()),
        first: pythonLiteral(entry.slice(0, 1)),
      })[key.id];
    const count = (entries: string[]) => {
      const counts = new Map<string, number>();
      for (const entry of entries)
        if (entry !== "" || !isSkipped)
          counts.set(keyOf(entry), (counts.get(keyOf(entry)) ?? 0) + 1);
      return `{${[...counts]
        .filter(([, number]) => number >= minimum)
        .map(([entry, number]) => `${entry}: ${number}`)
        .join(", ")}}`;
    };
    const repeat = (times: number) => Array.from({ length: times }, () => a);
    const mixed = [a, b, a.toUpperCase(), a, ""];
    const filter = isSkipped ? " if entry != ''" : "";
    return {
      ir: writeIr({
        summary: `Count ${key.words.replace("them", `the ${many}`)}.`,
        name,
        parameters: [[list, "list[str]", description]],
        returns: key.id === "length" ? "dict[int, int]" : "dict[str, int]",
        effects: [
          ...(isSkipped
            ? [
                `Ignore every ${item} that equals LITERAL ''${key.id === "first" ? ", because it has no first character" : ""}; a text of spaces is not empty.`,
              ]
            : []),
          `Start with a new empty dictionary counts, and for each ${item} of ${list}, in order, add 1 to the entry of counts for ${expression(item)}, starting from 0${key.id === "lower" ? "" : "; case matters"}.`,
          ...(minimum === 1
            ? []
            : [
                `After the last ${item} remove every entry whose count is < ${minimum}; a count of exactly ${minimum} stays.`,
              ]),
          `Return counts; the keys stand in the order of their first appearance. If ${list} is empty, return LITERAL {}.`,
        ],
        assertions: [
          assertCase({ [list]: "[]" }, "{}", "Empty list"),
          assertCase({ [list]: "['']" }, count([""]), "Nothing but an empty text"),
          assertCase({ [list]: pythonLiteral([a]) }, count([a]), "Single element"),
          ...(minimum > 2
            ? [assertCase({ [list]: pythonLiteral(repeat(minimum - 1)) }, "{}", "One too few")]
            : []),
          ...(minimum > 1
            ? [
                assertCase(
                  { [list]: pythonLiteral(repeat(minimum)) },
                  count(repeat(minimum)),
                  "Just enough",
                ),
              ]
            : []),
          assertCase(
            { [list]: pythonLiteral(mixed) },
            count(mixed),
            "Repetition, other case and empty text",
          ),
          [`all(number >= ${minimum} for number in result.values())`, "Smallest count"],
          [
            `all(result[key] == [${expression("entry")} for entry in ${list}${filter}].count(key) for key in result)`,
            "Every count",
          ],
          [
            `all([${expression("other")} for other in ${list}${filter.replaceAll("entry", "other")}].count(${expression("entry")}) < ${minimum} or ${expression("entry")} in result for entry in ${list}${filter})`,
            "No key is missing",
          ],
        ],
        constraints: [
          {
            type: "loop_constraint",
            search_type: "ALL_MATCHES",
            requirement: "ACCUMULATE",
            loop_variable: item,
          },
        ],
      }),
      implementation: pythonSource(
        `def ${name}(${list}):`,
        `    counts = {}`,
        `    for ${item} in ${list}:`,
        ...(isSkipped ? [`        if ${item} == '':`, `            continue`] : []),
        `        key = ${expression(item)}`,
        `        counts[key] = counts.get(key, 0) + 1`,
        minimum === 1
          ? `    return counts`
          : `    return {key: number for key, number in counts.items() if number >= ${minimum}}`,
      ),
      inputs: [
        [],
        [""],
        [a],
        repeat(Math.max(minimum - 1, 1)),
        repeat(minimum),
        mixed,
        [b, a, b, " ", "", ""],
        [...repeat(7), b],
      ].map((value) => [pythonLiteral(value)]),
    };
  },
});
