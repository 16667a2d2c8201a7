import { pythonLiteral } from "../../python-literal.ts";
import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { withArticle } from "../../words/article.ts";
import { MEASURES } from "../../words/measures.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

const LABELS = [
  { id: "low-high", low: "low", middle: "normal", high: "high" },
  { id: "too-little", low: "too little", middle: "fine", high: "too much" },
  { id: "under-over", low: "under", middle: "within", high: "over" },
  { id: "raise-lower", low: "raise", middle: "keep", high: "lower" },
  { id: "small-large", low: "small", middle: "medium", high: "large" },
  { id: "colours", low: "blue", middle: "green", high: "red" },
  { id: "range", low: "below range", middle: "in range", high: "above range" },
  { id: "letters", low: "C", middle: "B", high: "A" },
] as const;

/** Whether the limits themselves get the middle label or the outer ones. */
const LIMITS = [
  {
    id: "middle",
    below: "below",
    above: "above",
    low: "<",
    high: ">",
    shift: 0,
    ownLabel: "middle",
  },
  {
    id: "outer",
    below: "at most",
    above: "at least",
    low: "<=",
    high: ">=",
    shift: 1,
    ownLabel: "outer",
  },
] as const;

export const labelByTwoLimits = defineTemplate({
  id: "label_by_two_limits",
  category: "control_flow",
  title: "Label a number by two limits",
  slots: {
    measure: { kind: "word", values: MEASURES },
    labels: { kind: "label", values: LABELS },
    low: { kind: "threshold", values: [5, 10, 15, 20, 30, 40] },
    high: { kind: "threshold", values: [25, 50, 60, 75, 80, 90] },
    limits: { kind: "choice", values: LIMITS },
  },
  rules: [
    {
      name: "low_below_high",
      slots: ["low", "high"],
      message: "the lower limit must lie below the upper one, with numbers in between",
      holds: ({ low, high }) => high - low > 2,
    },
  ],
  phrasings: [
    ({ measure, labels, low, high, limits }) =>
      `Return '${labels.low}' if the ${measure.one} is ${limits.below} ${low} ${measure.unit}, '${labels.high}' if it is ${limits.above} ${high} ${measure.unit}, and '${labels.middle}' otherwise.`,
    ({ measure, labels, low, high, limits }) =>
      `Label ${withArticle(measure.one)} that comes as a whole number of ${measure.unit}. When it is ${limits.below} ${low}, the label is '${labels.low}'; when it is ${limits.above} ${high}, the label is '${labels.high}'; everything else is '${labels.middle}'.`,
    ({ measure, labels, low, high, limits }) =>
      `The dashboard shows the ${measure.one} as a word: '${labels.high}' when the value is ${limits.above} ${high} ${measure.unit}, '${labels.low}' when it is ${limits.below} ${low}, and '${labels.middle}' for all other values. Write the function that picks the word.`,
  ],
  load: () => ({ branches: 3, quirks: 0, edgeCases: 0 }),
  blueprint: ({ measure: { id: value, one, description }, labels, low, high, limits }) => {
    const [lowLabel, middle, highLabel] = [labels.low, labels.middle, labels.high].map((label) =>
      pythonLiteral(label),
    );
    const own =
      limits.ownLabel === "middle"
        ? "both limits themselves get this label"
        : "numbers strictly between the limits get this label";
    return {
      ir: writeIr({
        summary: `Label ${withArticle(one)} by two limits.`,
        name: `label_${value}`,
        parameters: [[value, "int", description]],
        returns: "str",
        effects: [
          `If ${value} ${limits.low} ${low}, return LITERAL ${lowLabel}.`,
          `If ${value} ${limits.high} ${high}, return LITERAL ${highLabel}.`,
          `Otherwise return LITERAL ${middle}; ${own}.`,
        ],
        assertions: [
          assertCase({ [value]: low - 1 }, `${lowLabel}`, "Just below the lower limit"),
          assertCase(
            { [value]: low },
            `${limits.shift === 1 ? lowLabel : middle}`,
            "On the lower limit",
          ),
          assertCase({ [value]: low + 1 }, `${middle}`, "Just above the lower limit"),
          assertCase({ [value]: high - 1 }, `${middle}`, "Just below the upper limit"),
          assertCase(
            { [value]: high },
            `${limits.shift === 1 ? highLabel : middle}`,
            "On the upper limit",
          ),
          assertCase({ [value]: high + 1 }, `${highLabel}`, "Just above the upper limit"),
          [`${value} > 0 or result == ${lowLabel}`, "Zero and negative numbers"],
        ],
      }),
      implementation: pythonSource(
        `def label_${value}(${value}):`,
        `    if ${value} ${limits.low} ${low}:`,
        `        return ${lowLabel}`,
        `    if ${value} ${limits.high} ${high}:`,
        `        return ${highLabel}`,
        `    return ${middle}`,
      ),
      inputs: [0, -1, low - 1, low, low + 1, high - 1, high, high + 1, 1000].map((input) => [
        String(input),
      ]),
    };
  },
});
