import { pythonLiteral } from "../../python-literal.ts";
import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { withArticle } from "../../words/article.ts";
import { capitalise } from "../../words/sentence.ts";
import { TEXT_LISTS } from "../../words/text-lists.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

const COUNTS = [
  { id: "index", words: "index, counted from 0", name: "index", first: 0 },
  { id: "position", words: "position, counted from 1", name: "position", first: 1 },
] as const;

export const entryAtIndex = defineTemplate({
  id: "entry_at_index",
  category: "edge_cases",
  title: "Read an entry that may not be there",
  slots: {
    texts: { kind: "word", values: TEXT_LISTS },
    count: { kind: "choice", values: COUNTS },
    negative: { kind: "choice", values: ["from_end", "missing"] },
    missing: { kind: "label", values: ["None", "''", "'-'", "'missing'", "'n/a'"] },
    beyond: { kind: "choice", values: ["missing", "last"] },
  },
  phrasings: [
    ({ texts, count, negative, missing, beyond }) =>
      `Return the ${texts.one} at a given ${count.words}, of a list of ${texts.many}. ${negative === "from_end" ? `-1 means the last one, -2 the one before it, and so on.` : "Negative numbers do not count from the end."} ${beyond === "last" ? `A ${count.name} behind the end gives the last ${texts.one}. ` : ""}If there is no such entry, return ${say(missing)}.`.replace(
        "A index",
        "An index",
      ),
    ({ texts, count, negative, missing, beyond }) =>
      `Look up one of the ${texts.many} by its ${count.words}, without ever raising an IndexError. ${negative === "from_end" ? "A negative number counts from the end, where -1 is the last entry" : `A negative number${count.first === 1 ? " or 0" : ""} finds nothing`}${negative === "from_end" && count.first === 1 ? ", and 0 finds nothing" : ""}. ${beyond === "last" ? "A number that is too large gives the last entry" : "A number that is too large finds nothing"}, and when nothing is found${beyond === "last" ? " or the list is empty" : ""} the result is ${say(missing)}.`,
  ],
  load: ({ count, negative, beyond }) => ({
    branches: 2 + (negative === "from_end" ? 1 : 0) + (beyond === "last" ? 1 : 0),
    quirks: 1,
    edgeCases: 1 + count.first,
  }),
  blueprint: ({
    texts: { list, one, description, samples },
    count: { name: index, first },
    negative,
    missing,
    beyond,
  }) => {
    const name = `entry_of_${list}`;
    const isEnd = negative === "from_end";
    const isLast = beyond === "last";
    const entries = [...samples];
    const compute = (values: readonly string[], position: number) => {
      if (values.length === 0) return missing;
      if (position < 0)
        return isEnd && -position <= values.length
          ? pythonLiteral(values[values.length + position] ?? "")
          : missing;
      const offset = position - first;
      if (offset < 0) return missing;
      if (offset >= values.length) return isLast ? pythonLiteral(values.at(-1) ?? "") : missing;
      return pythonLiteral(values[offset] ?? "");
    };
    const cases: [readonly string[], number, string][] = [
      [[], first, "Empty list"],
      [[], -1, "Empty list from the end"],
      [entries, 0, "Zero"],
      [entries, 1, "One"],
      [entries, entries.length - 1 + first, "Last entry"],
      [entries, entries.length + first, "Just behind the end"],
      [entries, -1, "Minus one"],
      [entries, -entries.length, "As far from the end as possible"],
      [entries, -entries.length - 1, "Too far from the end"],
      [[samples[0]], first, "Single entry"],
    ];
    const isMissing = missing === "None" ? "result is None" : `result == ${missing}`;
    const inside = first === 0 ? `0 <= ${index} < len(${list})` : `1 <= ${index} <= len(${list})`;
    const get = first === 0 ? `${list}[${index}]` : `${list}[${index} - 1]`;
    return {
      ir: writeIr({
        summary: `Return the ${one} at ${withArticle(index)} that may not exist.`,
        name,
        parameters: [
          [list, "list[str]", description],
          [index, "int", `${capitalise(index)}, counted from ${first}; any int.`],
        ],
        returns: missing === "None" ? "str | None" : "str",
        effects: [
          `If ${list} is empty, return LITERAL ${missing}.`,
          ...(isEnd
            ? [
                `If ${index} < 0 and -${index} <= len(${list}), return ${list}[${index}], which counts from the end: -1 is the last entry and -2 the one before it.`,
              ]
            : []),
          isEnd
            ? `If ${first === 1 ? `${index} == 0 or ` : ""}-${index} > len(${list}), return LITERAL ${missing}${first === 1 ? "; positions start at 1" : ""}.`
            : `If ${index} < ${first}, return LITERAL ${missing}; Python itself would count a negative index from the end.`,
          isLast
            ? `If ${index} ${first === 0 ? ">=" : ">"} len(${list}), return ${list}[-1].`
            : `If ${index} ${first === 0 ? ">=" : ">"} len(${list}), return LITERAL ${missing}.`,
          `Otherwise return ${get}.`,
        ],
        assertions: [
          ...cases.map(([values, position, why]) =>
            assertCase(
              { [list]: pythonLiteral(values), [index]: position },
              compute(values, position),
              why,
            ),
          ),
          [`len(${list}) > 0 or ${isMissing}`, "Every empty list"],
          [`not ${inside} or result == ${get}`, `Every ${index} that exists`],
          ...(isEnd ? [] : ([[`${index} >= 0 or ${isMissing}`, "Every negative number"]] as const)),
        ],
      }),
      implementation: pythonSource(
        `def ${name}(${list}, ${index}):`,
        `    if not ${list}:`,
        `        return ${missing}`,
        ...(isEnd
          ? [
              `    if ${index} < 0 and -${index} <= len(${list}):`,
              `        return ${list}[${index}]`,
            ]
          : []),
        `    if ${index} < ${first}:`,
        `        return ${missing}`,
        `    if ${index} ${first === 0 ? ">=" : ">"} len(${list}):`,
        isLast ? `        return ${list}[-1]` : `        return ${missing}`,
        `    return ${get}`,
      ),
      inputs: [
        ...cases.map(([values, position]) => [pythonLiteral(values), String(position)]),
        [pythonLiteral(entries), "99"],
        [pythonLiteral(entries), "-2"],
      ],
    };
  },
});

function say(missing: string): string {
  return missing === "''" ? "an empty text" : missing;
}
