import { pythonLiteral } from "../../python-literal.ts";
import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { NUMBER_SERIES } from "../../words/number-series.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

const KINDS = [
  {
    id: "total",
    words: "running total",
    each: "the sum of all entries up to and including it",
    start: "0",
    step: "current + VALUE",
    oracle: "sum(LIST[:index + 1])",
  },
  {
    id: "maximum",
    words: "running maximum",
    each: "the largest entry so far, itself included",
    start: null,
    step: "max(current, VALUE)",
    oracle: "max(LIST[:index + 1])",
  },
  {
    id: "minimum",
    words: "running minimum",
    each: "the smallest entry so far, itself included",
    start: null,
    step: "min(current, VALUE)",
    oracle: "min(LIST[:index + 1])",
  },
  {
    id: "since_start",
    words: "change since the first entry",
    each: "itself minus the first entry",
    start: null,
    step: "",
    oracle: "LIST[index] - LIST[0]",
  },
] as const;

export const runningValues = defineTemplate({
  id: "running_values",
  category: "list_operations",
  title: "Replace each number by a value that runs along",
  slots: {
    series: { kind: "word", values: NUMBER_SERIES },
    kind: { kind: "choice", values: KINDS },
    minimum: { kind: "threshold", values: [1, 2, 3, 4] },
    short: { kind: "choice", values: ["empty", "none"] },
  },
  phrasings: [
    ({ series, kind, minimum, short }) =>
      `Return the ${kind.words} of ${series.many} as a list of the same length: for each entry ${kind.each}. ${minimum === 1 ? `For an empty list return ${short === "none" ? "None" : "an empty list"}` : `With fewer than ${minimum} entries return ${short === "none" ? "None" : "an empty list"}`}.`,
    ({ series, kind, minimum, short }) =>
      `Given ${series.many} in order, replace every one of them by ${kind.each}, and return the result as a new list. ${minimum === 1 ? "If the list is empty" : `If there are fewer than ${minimum} of them`}, return ${short === "none" ? "None" : "an empty list"}.`,
  ],
  load: ({ minimum }) => ({ branches: 2, quirks: 1, edgeCases: minimum === 1 ? 1 : 2 }),
  blueprint: ({ series: { list, item, many, description }, kind, minimum, short }) => {
    const name = `${kind.id}_of_${list}`;
    const none = short === "none" ? "None" : "[]";
    const isNone = short === "none" ? "result is None" : "result == []";
    const input = [4, -1, 7, -2];
    const answers = {
      total: [4, 3, 10, 8],
      maximum: [4, 4, 7, 7],
      minimum: [4, -1, -1, -2],
      since_start: [0, -5, 3, -6],
    }[kind.id];
    const body =
      kind.id === "since_start"
        ? [`    return [${item} - ${list}[0] for ${item} in ${list}]`]
        : [
            `    current = ${kind.start ?? `${list}[0]`}`,
            `    answers = []`,
            `    for ${item} in ${list}:`,
            `        current = ${kind.step.replace("VALUE", item)}`,
            `        answers.append(current)`,
            `    return answers`,
          ];
    const oracle = kind.oracle.replaceAll("LIST", list);
    return {
      ir: writeIr({
        summary: `Compute the ${kind.words} of ${many}.`,
        name,
        parameters: [[list, "list[int]", description]],
        returns: short === "none" ? "list[int] | None" : "list[int]",
        effects: [
          `If len(${list}) < ${minimum}, return LITERAL ${none}.`,
          `For each index from 0 to len(${list}) - 1, the last one included, compute ${{ total: `the sum of ${list}[:index + 1]`, maximum: `max(${list}[:index + 1])`, minimum: `min(${list}[:index + 1])`, since_start: `${list}[index] - ${list}[0]` }[kind.id]}.`,
          `Return these numbers in order as a new list of len(${list}) entries; ${list} itself is not changed.`,
        ],
        assertions: [
          [`len(${list}) > 0 or ${isNone}`, "Empty list"],
          ...(minimum > 1
            ? ([[`len(${list}) != ${minimum - 1} or ${isNone}`, "One entry too few"]] as const)
            : []),
          [`len(${list}) != ${minimum} or len(result) == ${minimum}`, "Just enough entries"],
          [`len(${list}) < ${minimum} or len(result) == len(${list})`, "Same length"],
          assertCase(
            { [list]: pythonLiteral(input) },
            pythonLiteral(answers),
            "Positive and negative numbers",
          ),
          [
            `len(${list}) < ${minimum} or result == [${oracle} for index in range(len(${list}))]`,
            "Every entry",
          ],
          [`result is not ${list}`, "A new list"],
        ],
        constraints: [
          {
            type: "loop_constraint",
            search_type: "ALL_MATCHES",
            requirement: "TRANSFORM",
            loop_variable: item,
          },
        ],
      }),
      implementation: pythonSource(
        `def ${name}(${list}):`,
        `    if len(${list}) < ${minimum}:`,
        `        return ${none}`,
        ...body,
      ),
      inputs: [[], [5], [5, -5], [3, 3, 3], [9, 1, 4], input, [0, -2, 8, 8, 1]].map((value) => [
        pythonLiteral(value),
      ]),
    };
  },
});
