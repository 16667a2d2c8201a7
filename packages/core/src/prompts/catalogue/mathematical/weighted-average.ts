import { pythonLiteral } from "../../python-literal.ts";
import { pythonSource } from "../../python-source.ts";
import { joinWords } from "../../words/sentence.ts";
import { defineTemplate } from "../../template.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

const PAIRS = [
  { id: "grades", value: "grades", weight: "credits", words: "grades, weighted by credits" },
  {
    id: "prices",
    value: "prices",
    weight: "quantities",
    words: "prices, weighted by the quantities that were bought",
  },
  { id: "ratings", value: "ratings", weight: "votes", words: "ratings, weighted by votes" },
  {
    id: "temperatures",
    value: "temperatures",
    weight: "hours",
    words: "temperatures, weighted by hours",
  },
  {
    id: "speeds",
    value: "speeds",
    weight: "minutes",
    words: "speeds, weighted by the minutes driven",
  },
  {
    id: "salaries",
    value: "salaries",
    weight: "headcounts",
    words: "salaries, weighted by the number of employees",
  },
  { id: "ages", value: "ages", weight: "families", words: "ages, weighted by families" },
  { id: "forecasts", value: "forecasts", weight: "trusts", words: "forecasts, weighted by trust" },
  {
    id: "sizes",
    value: "sizes",
    weight: "copies",
    words: "file sizes, weighted by the number of copies",
  },
] as const;
const ROUNDINGS = [
  {
    id: "exact",
    words: "as a float, without rounding",
    python: "total / weight_sum",
    effect: "total / weight_sum, with true division, so it is a float",
  },
  {
    id: "down",
    words: "rounded down to a whole number",
    python: "total // weight_sum",
    effect: "total // weight_sum, which rounds towards minus infinity",
  },
  {
    id: "half_up",
    words: "rounded to a whole number, halves up",
    python: "(2 * total + weight_sum) // (2 * weight_sum)",
    effect:
      "(2 * total + weight_sum) // (2 * weight_sum), which rounds halves up; round would take them to the even neighbour",
  },
] as const;

export const weightedAverage = defineTemplate({
  id: "weighted_average",
  category: "mathematical",
  title: "Compute a weighted average",
  slots: {
    pair: { kind: "word", values: PAIRS },
    rounding: { kind: "choice", values: ROUNDINGS },
    nothing: { kind: "label", values: ["None", "-1"] },
    lengths: { kind: "choice", values: ["None", "shorter"] },
    negative: { kind: "choice", values: ["None", "zero"] },
  },
  rules: [
    {
      name: "minus_one_needs_int",
      slots: ["rounding", "nothing"],
      message: "-1 beside floats would be a second type: use None when the result is not rounded",
      holds: ({ rounding, nothing }) => rounding.id !== "exact" || nothing === "None",
    },
  ],
  phrasings: [
    ({ pair, rounding, nothing, lengths, negative }) =>
      `Return the average of ${pair.words}, ${rounding.words}. The input is two lists of ints. ${lengths === "None" ? `If they differ in length, return ${nothing}.` : "Entries without a partner in the other list are ignored."} A weight below 0 ${negative === "None" ? `makes the result ${nothing}` : "counts as 0"}. If all weights are 0 or there are none, return ${nothing}.`,
    ({ pair, rounding, nothing, lengths, negative }) =>
      `Compute the mean of ${pair.words}, from two lists of ints that belong together entry by entry, ${rounding.words}. Return ${nothing} ${joinWords(["if the weights add up to 0", ...(negative === "None" ? ["if any weight is negative"] : []), ...(lengths === "None" ? ["if the lists have different lengths"] : [])], "or")}.${negative === "None" ? "" : " Negative weights count as 0."}${lengths === "None" ? "" : " If one list is longer, its surplus entries do not count."}`,
  ],
  load: ({ rounding, lengths, negative }) => ({
    branches: 2 + (lengths === "None" ? 1 : 0) + (negative === "None" ? 1 : 0),
    quirks: 1,
    edgeCases: 2 + (rounding.id === "half_up" ? 1 : 0),
  }),
  blueprint: ({
    pair: { id, value: v, weight: w, words },
    rounding,
    nothing,
    lengths,
    negative,
  }) => {
    const name = `average_${id}`;
    const isChecked = lengths === "None";
    const isStrict = negative === "None";
    const isNone = nothing === "None" ? "result is None" : `result == ${nothing}`;
    const compute = (values: number[], weights: number[]) => {
      if (isChecked && values.length !== weights.length) return nothing;
      const size = Math.min(values.length, weights.length);
      const used = weights
        .slice(0, size)
        .map((weight) => (isStrict ? weight : Math.max(weight, 0)));
      if (isStrict && used.some((weight) => weight < 0)) return nothing;
      const sum = used.reduce((total, weight) => total + weight, 0);
      if (sum === 0) return nothing;
      const total = used.reduce(
        (before, weight, index) => before + weight * (values[index] ?? 0),
        0,
      );
      return {
        exact: `${total} / ${sum}`,
        down: String(Math.floor(total / sum)),
        half_up: String(Math.floor((2 * total + sum) / (2 * sum))),
      }[rounding.id];
    };
    const cases: [number[], number[], string][] = [
      [[], [], "Empty lists"],
      [[5], [3], "Single entry"],
      [[5], [0], "Single weight of 0"],
      [[1, 2], [1, 1], "A half"],
      [[-3, -4], [1, 1], "A negative half"],
      [[10, 20, 30], [0, 1, 2], "Different weights, one of them 0"],
      [[10, 20], [1, -1], "A negative weight"],
      [[10, 20, 30], [1, 1], "Weights missing"],
      [[10], [1, 4], "Values missing"],
    ];
    const weightOf = isStrict ? "weight" : "max(weight, 0)";
    return {
      ir: writeIr({
        summary: `Compute the average of ${words}.`,
        name,
        parameters: [
          [v, "list[int]", `The ${v}.`],
          [w, "list[int]", `The weight of each entry.`],
        ],
        returns: `${rounding.id === "exact" ? "float" : "int"}${nothing === "None" ? " | None" : ""}`,
        effects: [
          isChecked
            ? `If len(${v}) != len(${w}), return LITERAL ${nothing}.`
            : `Take ${v} and ${w} in pairs, entry by entry, as zip does; surplus entries of the longer list are ignored.`,
          isStrict
            ? `If ${isChecked ? `any weight of ${w}` : "the weight of any pair"} is < 0, return LITERAL ${nothing}.`
            : `A weight < 0 counts as 0.`,
          `Let weight_sum be the sum of the ${isStrict ? "" : "resulting "}weights; if weight_sum == 0, which it is for empty lists, return LITERAL ${nothing}, because dividing by it would fail.`,
          `Let total be the sum of each of the ${v} times its weight.`,
          `Return ${rounding.effect}.`,
        ],
        assertions: [
          ...cases.map(([values, weights, why]) =>
            assertCase(
              { [v]: pythonLiteral(values), [w]: pythonLiteral(weights) },
              compute(values, weights),
              why,
            ),
          ),
          ...(isChecked
            ? ([[`len(${v}) == len(${w}) or ${isNone}`, "Different lengths"]] as const)
            : []),
          [`any(weight > 0 for weight in ${w}) or ${isNone}`, "No positive weight"],
          ...(nothing === "None"
            ? ([
                [
                  `result is None or min(${v}) <= result <= max(${v})`,
                  "Between the smallest and the largest",
                ],
              ] as const)
            : []),
          [
            nothing === "None"
              ? `result is None or isinstance(result, ${rounding.id === "exact" ? "float" : "int"})`
              : "isinstance(result, int)",
            "Type of the result",
          ],
        ],
      }),
      implementation: pythonSource(
        `def ${name}(${v}, ${w}):`,
        ...(isChecked ? [`    if len(${v}) != len(${w}):`, `        return ${nothing}`] : []),
        `    pairs = list(zip(${v}, ${w}))`,
        ...(isStrict
          ? [`    if any(weight < 0 for _, weight in pairs):`, `        return ${nothing}`]
          : []),
        `    weight_sum = sum(${weightOf} for _, weight in pairs)`,
        `    if weight_sum == 0:`,
        `        return ${nothing}`,
        `    total = sum(value * ${weightOf} for value, weight in pairs)`,
        `    return ${rounding.python}`,
      ),
      inputs: [
        ...cases.map(([values, weights]) => [pythonLiteral(values), pythonLiteral(weights)]),
        ["[3, 4, 6]", "[2, 2, 1]"],
      ],
    };
  },
});
