import { pythonLiteral } from "../../python-literal.ts";
import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { capitalise } from "../../words/sentence.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

const PAIRS = [
  {
    id: "home_score",
    first: "home_score",
    second: "guest_score",
    firstText: "the home team's score",
    secondText: "the guests' score",
    labels: ["home", "guests", "close"],
  },
  {
    id: "actual_hours",
    first: "actual_hours",
    second: "planned_hours",
    firstText: "the hours that were worked",
    secondText: "the hours that were planned",
    labels: ["over", "under", "on plan"],
  },
  {
    id: "price_now",
    first: "price_now",
    second: "price_before",
    firstText: "today's price",
    secondText: "yesterday's price",
    labels: ["rise", "fall", "steady"],
  },
  {
    id: "left_weight",
    first: "left_weight",
    second: "right_weight",
    firstText: "the weight on the left of a scale",
    secondText: "the weight on the right",
    labels: ["left", "right", "balanced"],
  },
  {
    id: "indoor",
    first: "indoor",
    second: "outdoor",
    firstText: "the temperature indoors",
    secondText: "the temperature outdoors",
    labels: ["warmer inside", "warmer outside", "same"],
  },
  {
    id: "local_version",
    first: "local_version",
    second: "remote_version",
    firstText: "the local revision number",
    secondText: "the remote revision number",
    labels: ["ahead", "behind", "in sync"],
  },
  {
    id: "income",
    first: "income",
    second: "expenses",
    firstText: "the income of a month",
    secondText: "its expenses",
    labels: ["surplus", "deficit", "even"],
  },
  {
    id: "votes_for",
    first: "votes_for",
    second: "votes_against",
    firstText: "the votes for a motion",
    secondText: "the votes against it",
    labels: ["carried", "defeated", "recount"],
  },
] as const;

export const compareWithMargin = defineTemplate({
  id: "compare_with_margin",
  category: "control_flow",
  title: "Compare two numbers with a margin",
  slots: {
    pair: { kind: "word", values: PAIRS },
    margin: { kind: "threshold", values: [1, 2, 3, 5, 8, 10, 15, 25] },
    edge: { kind: "choice", values: ["more_than", "at_least"] },
    negative: { kind: "choice", values: ["no_check", "invalid", "error"] },
  },
  phrasings: [
    ({ pair, margin, edge, negative }) =>
      `Compare ${pair.firstText} with ${pair.secondText}. Return '${pair.labels[0]}' if the first is higher by ${words(edge)} ${margin}, '${pair.labels[1]}' if the second is higher by ${words(edge)} ${margin}, and '${pair.labels[2]}' otherwise.${negative === "no_check" ? "" : ` If either number is negative, return '${negative}' instead.`}`,
    ({ pair, margin, edge, negative }) =>
      `Given ${pair.firstText} and ${pair.secondText} as whole numbers, ${negative === "no_check" ? "" : `return '${negative}' when one of them is negative. Otherwise `}return '${pair.labels[2]}' unless they differ by ${words(edge)} ${margin}; when they do, return '${pair.labels[0]}' if the first is the larger one and '${pair.labels[1]}' if it is the smaller one.`,
  ],
  load: ({ negative }) => ({
    branches: negative === "no_check" ? 3 : 4,
    quirks: 0,
    edgeCases: negative === "no_check" ? 0 : 1,
  }),
  blueprint: ({ pair, margin, edge, negative }) => {
    const { first: a, second: b } = pair;
    const [more, less, same] = pair.labels.map((label) => pythonLiteral(label));
    const over = edge === "more_than" ? ">" : ">=";
    const step = edge === "more_than" ? margin + 1 : margin;
    const name = `compare_${a}_${b}`;
    const isChecked = negative !== "no_check";
    const guard = isChecked ? `min(${a}, ${b}) < 0 or ` : "";
    return {
      ir: writeIr({
        summary: `Compare ${pair.firstText} with ${pair.secondText}.`,
        name,
        parameters: [
          [a, "int", `${capitalise(pair.firstText)}.`],
          [b, "int", `${capitalise(pair.secondText)}.`],
        ],
        returns: "str",
        effects: [
          ...(isChecked
            ? [
                `If ${a} < 0 or ${b} < 0, return LITERAL ${pythonLiteral(negative)}; this comes before the comparison.`,
              ]
            : []),
          `If ${a} - ${b} ${over} ${margin}, return LITERAL ${more}.`,
          `If ${b} - ${a} ${over} ${margin}, return LITERAL ${less}.`,
          `Otherwise return LITERAL ${same}; equal numbers are among these.`,
        ],
        assertions: [
          ...(isChecked
            ? [
                assertCase({ [a]: -1, [b]: 50 }, pythonLiteral(negative), "First number negative"),
                assertCase({ [a]: 50, [b]: -1 }, pythonLiteral(negative), "Second number negative"),
                assertCase({ [a]: 0, [b]: 0 }, same ?? "", "Zero is not negative"),
              ]
            : []),
          [`${guard}${a} != ${b} or result == ${same}`, "Equal numbers"],
          [`${guard}${a} - ${b} != ${step} or result == ${more}`, "First just far enough ahead"],
          [
            `${guard}${a} - ${b} != ${step - 1} or result == ${same}`,
            "First just not far enough ahead",
          ],
          [`${guard}${b} - ${a} != ${step} or result == ${less}`, "Second just far enough ahead"],
          [
            `${guard}${b} - ${a} != ${step - 1} or result == ${same}`,
            "Second just not far enough ahead",
          ],
          assertCase({ [a]: 100, [b]: 0 }, more ?? "", "First far ahead"),
          assertCase({ [a]: 0, [b]: 100 }, less ?? "", "Second far ahead"),
        ],
      }),
      implementation: pythonSource(
        `def ${name}(${a}, ${b}):`,
        ...(isChecked
          ? [`    if ${a} < 0 or ${b} < 0:`, `        return ${pythonLiteral(negative)}`]
          : []),
        `    if ${a} - ${b} ${over} ${margin}:`,
        `        return ${more}`,
        `    if ${b} - ${a} ${over} ${margin}:`,
        `        return ${less}`,
        `    return ${same}`,
      ),
      inputs: [
        [0, 0],
        [40, 40],
        [40 + step, 40],
        [40 + step - 1, 40],
        [40, 40 + step],
        [40, 40 + step - 1],
        [100, 0],
        [0, 100],
        [-1, 50],
        [50, -1],
        [-3, -3],
        [step, 0],
        [0, step],
      ].map(([x, y]) => [String(x), String(y)]),
    };
  },
});

function words(edge: "more_than" | "at_least"): string {
  return edge === "more_than" ? "more than" : "at least";
}
