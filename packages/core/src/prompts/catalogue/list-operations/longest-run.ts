import { pythonLiteral } from "../../python-literal.ts";
import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { NUMBER_SERIES } from "../../words/number-series.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

const RUNS = [
  { id: "equal", words: "equal", test: "now == before", sample: [2, 2, 3, 3, 3, 1], best: 3 },
  { id: "rising", words: "rising", test: "now > before", sample: [3, 1, 2, 4, 4, 5], best: 3 },
  { id: "falling", words: "falling", test: "now < before", sample: [1, 5, 4, 2, 2, 0], best: 3 },
  {
    id: "not_falling",
    words: "equal or rising",
    test: "now >= before",
    sample: [3, 1, 2, 2, 4, 0],
    best: 4,
  },
] as const;

export const longestRun = defineTemplate({
  id: "longest_run",
  category: "list_operations",
  title: "Measure the longest run in a list",
  slots: {
    series: { kind: "word", values: NUMBER_SERIES },
    run: { kind: "choice", values: RUNS },
    minimum: { kind: "threshold", values: [1, 2, 3, 4] },
    answer: { kind: "choice", values: ["length", "start"] },
  },
  phrasings: [
    ({ series, run, minimum, answer }) =>
      `Find the longest run of ${run.words} ${series.many}, where neighbours in the list belong to one run, and return ${answer === "length" ? "its length" : "the index at which it starts; of several equally long runs take the first"}. ${shortCase(minimum, answer)}`,
    ({ series, run, minimum, answer }) =>
      `In a list of ${series.many}, ${answer === "length" ? "how many neighbouring entries does the longest stretch have" : "where does the longest stretch begin"} in which each entry is ${{ equal: "equal to", rising: "larger than", falling: "smaller than", not_falling: "at least as large as" }[run.id]} the one before it? Return ${answer === "length" ? "that number" : "the index of its first entry, and of equally long stretches the earliest one"}. ${shortCase(minimum, answer)}`,
  ],
  load: ({ minimum, answer }) => ({
    branches: 3,
    quirks: 0,
    edgeCases: (minimum === 1 ? 1 : 2) + (answer === "start" ? 1 : 0),
  }),
  blueprint: ({ series: { list, item, many, description }, run, minimum, answer }) => {
    const name = `longest_${run.id}_run_of_${list}`;
    const none = answer === "length" ? 0 : -1;
    const compare = (now: number, before: number) =>
      ({
        equal: now === before,
        rising: now > before,
        falling: now < before,
        not_falling: now >= before,
      })[run.id];
    const measure = (values: readonly number[]) => {
      let [best, bestStart, start] = [0, -1, 0];
      values.forEach((value, index) => {
        if (index > 0 && !compare(value, values[index - 1] ?? 0)) start = index;
        if (index - start + 1 > best) [best, bestStart] = [index - start + 1, start];
      });
      if (best < minimum) return none;
      return answer === "length" ? best : bestStart;
    };
    const cases: [number[], string][] = [
      [[7], "Single element"],
      [[1, 2], "Two rising numbers"],
      [[2, 1], "Two falling numbers"],
      [[3, 3], "Two equal numbers"],
      [[...run.sample], "Run in the middle"],
      [[4, 4, 1, 1], "Two equally long runs"],
      [[1, 2, 3, 0, 1, 2, 3, 4], "Longest run at the end"],
      [[9, 8, 7, 6, 9, 8], "Longest run at the start"],
    ];
    return {
      ir: writeIr({
        summary: `Measure the longest run of ${run.words} ${many}.`,
        name,
        parameters: [[list, "list[int]", description]],
        returns: "int",
        effects: [
          `A run is a stretch of neighbouring entries of ${list} in which each ${item} is ${{ equal: "== ", rising: "> ", falling: "< ", not_falling: ">= " }[run.id]}the one before it; a single entry is a run of length 1.`,
          `Let best be the length of the longest run, and 0 if ${list} is empty.`,
          `If best < ${minimum}, return LITERAL ${none}.`,
          answer === "length"
            ? `Otherwise return best.`
            : `Otherwise return the index of the first entry of the longest run; if several runs have this length, of the first of them.`,
        ],
        assertions: [
          assertCase({ [list]: "[]" }, none, "Empty list"),
          ...cases.map(([values, why]) =>
            assertCase({ [list]: pythonLiteral(values) }, measure(values), why),
          ),
          answer === "length"
            ? [`result == 0 or ${minimum} <= result <= len(${list})`, "Range of the result"]
            : [`-1 <= result < len(${list}) or len(${list}) == 0`, "Range of the result"],
        ],
      }),
      implementation: pythonSource(
        `def ${name}(${list}):`,
        `    best = 0`,
        `    best_start = -1`,
        `    start = 0`,
        `    for index in range(len(${list})):`,
        `        if index > 0 and not ${list}[index] ${{ equal: "==", rising: ">", falling: "<", not_falling: ">=" }[run.id]} ${list}[index - 1]:`,
        `            start = index`,
        `        if index - start + 1 > best:`,
        `            best = index - start + 1`,
        `            best_start = start`,
        `    if best < ${minimum}:`,
        `        return ${none}`,
        answer === "length" ? `    return best` : `    return best_start`,
      ),
      inputs: [[], ...cases.map(([values]) => values), [5, 5, 5, 5], [0, -1, -2, 4]].map(
        (value) => [pythonLiteral(value)],
      ),
    };
  },
});

function shortCase(minimum: number, answer: "length" | "start"): string {
  const none = answer === "length" ? "0" : "-1";
  return minimum === 1
    ? `An empty list gives ${none}.`
    : `If no run has at least ${minimum} entries, return ${none}.`;
}
