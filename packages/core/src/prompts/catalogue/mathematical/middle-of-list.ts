import { pythonLiteral } from "../../python-literal.ts";
import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { NUMBER_SERIES } from "../../words/number-series.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

const ANSWERS = [
  { id: "median", words: "the median", even: "the average of the two middle ones", python: "" },
  {
    id: "low_median",
    words: "the lower median",
    even: "the smaller of the two middle ones",
    python: "",
  },
  { id: "range", words: "the range, that is the largest minus the smallest", even: "", python: "" },
  { id: "midrange", words: "the mean of the smallest and the largest", even: "", python: "" },
] as const;

export const middleOfList = defineTemplate({
  id: "middle_of_list",
  category: "mathematical",
  title: "Summarise a list of numbers by one number",
  slots: {
    series: { kind: "word", values: NUMBER_SERIES },
    answer: { kind: "choice", values: ANSWERS },
    minimum: { kind: "threshold", values: [1, 2, 3, 5] },
    nothing: { kind: "label", values: ["None", "-1"] },
    outliers: { kind: "choice", values: ["kept", "positive_only"] },
  },
  rules: [
    {
      name: "minus_one_must_be_impossible",
      slots: ["nothing", "outliers"],
      message: "-1 can be a result unless only positive numbers count",
      holds: ({ nothing, outliers }) => nothing === "None" || outliers === "positive_only",
    },
  ],
  phrasings: [
    ({ series, answer, minimum, nothing, outliers }) =>
      `Return ${answer.words} of a list of ${series.many}.${answer.even === "" ? "" : ` For an even number of entries it is ${answer.even}.`}${outliers === "positive_only" ? " Entries of 0 or less are left out first." : ""} Return ${nothing} if there ${minimum === 1 ? "is nothing left to look at" : `are fewer than ${minimum} entries${outliers === "positive_only" ? " left" : ""}`}.`,
    ({ series, answer, minimum, nothing, outliers }) =>
      `Given ${series.many} in any order, compute ${answer.words}${answer.even === "" ? "" : `, which is ${answer.even} if their number is even`}. ${outliers === "positive_only" ? "Only positive entries count. " : ""}${minimum === 1 ? `If none ${outliers === "positive_only" ? "is positive" : "are given"}` : `With fewer than ${minimum}${outliers === "positive_only" ? " of them" : ""}`}, the result is ${nothing}. The list must not be changed.`,
  ],
  load: ({ answer, minimum, outliers }) => ({
    branches: answer.id === "median" ? 3 : 2,
    quirks: answer.id === "range" ? 0 : 1,
    edgeCases: 1 + (minimum === 1 ? 0 : 1) + (outliers === "kept" ? 0 : 1),
  }),
  blueprint: ({ series: { list, many, description }, answer, minimum, nothing, outliers }) => {
    const name = `${answer.id}_of_${list}`;
    const isFiltered = outliers === "positive_only";
    const used = isFiltered ? "ordered" : "ordered";
    const isFloat = answer.id === "median" || answer.id === "midrange";
    const isNone = nothing === "None" ? "result is None" : `result == ${nothing}`;
    const compute = (values: number[]) => {
      const sorted = values.filter((value) => !isFiltered || value > 0).toSorted((a, b) => a - b);
      const size = sorted.length;
      if (size < minimum) return nothing;
      const [low, high] = [
        sorted[Math.floor((size - 1) / 2)] ?? 0,
        sorted[Math.floor(size / 2)] ?? 0,
      ];
      const [first, last] = [sorted[0] ?? 0, sorted.at(-1) ?? 0];
      return String(
        {
          median: (low + high) / 2,
          low_median: low,
          range: last - first,
          midrange: (first + last) / 2,
        }[answer.id],
      );
    };
    const cases: [number[], string][] = [
      [[], "Empty list"],
      [[7], "Single entry"],
      [[4, 1], "Two entries, unsorted"],
      [[9, 1, 4], "Three entries, unsorted"],
      [[3, 8, 2, 5], "Even number of entries"],
      [[6, 6, 6, 6, 6], "Equal entries"],
      [[0, -3, 5, 2, 8, 11], "Zero and a negative entry"],
      [[-1, -2, -8], "Only negative entries"],
      [[10, 9, 2, 4, 3, 7, 1], "Seven entries, unsorted"],
    ];
    const formula = {
      median: `(${used}[(size - 1) // 2] + ${used}[size // 2]) / 2`,
      low_median: `${used}[(size - 1) // 2]`,
      range: `${used}[-1] - ${used}[0]`,
      midrange: `(${used}[0] + ${used}[-1]) / 2`,
    }[answer.id];
    const explain = {
      median: "both indexes are the same for an odd size; true division / makes a float",
      low_median: "with an even size this is the smaller of the two middle entries",
      range: "with a single entry this is 0",
      midrange: "true division / makes a float",
    }[answer.id];
    const filter = isFiltered ? `[value for value in ${list} if value > 0]` : list;
    return {
      ir: writeIr({
        summary: `Compute ${answer.words} of ${many}.`,
        name,
        parameters: [[list, "list[int]", description]],
        returns: `${isFloat ? "float" : "int"}${nothing === "None" ? " | None" : ""}${isFloat && nothing !== "None" ? " | int" : ""}`,
        effects: [
          `Let ordered be a new list with the entries of ${list}${isFiltered ? " that are > 0" : ""} in ascending order; ${list} itself is not sorted.`,
          `Let size be len(ordered). If size < ${minimum}, return LITERAL ${nothing}.`,
          `Otherwise return ${formula}; ${explain}.`,
        ],
        assertions: [
          ...cases.map(([values, why]) =>
            assertCase({ [list]: pythonLiteral(values) }, compute(values), why),
          ),
          [`len(${filter}) >= ${minimum} or ${isNone}`, "Too few entries"],
          ...(answer.id === "range"
            ? ([
                [
                  `len(${filter}) < ${minimum} or result == max(${filter}) - min(${filter})`,
                  "Whole formula",
                ],
              ] as const)
            : ([
                [
                  `len(${filter}) < ${minimum} or min(${filter}) <= result <= max(${filter})`,
                  "Between the smallest and the largest",
                ],
              ] as const)),
          ...(isFloat
            ? ([
                [
                  `len(${filter}) < ${minimum} or isinstance(result, float)`,
                  "A float, also for whole results",
                ],
              ] as const)
            : []),
        ],
      }),
      implementation: pythonSource(
        `def ${name}(${list}):`,
        `    ordered = sorted(${filter})`,
        `    size = len(ordered)`,
        `    if size < ${minimum}:`,
        `        return ${nothing}`,
        `    return ${formula}`,
      ),
      inputs: cases.map(([values]) => [pythonLiteral(values)]),
    };
  },
});
