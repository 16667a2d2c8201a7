import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { withArticle } from "../../words/article.ts";
import { MEASURES } from "../../words/measures.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

export const limitToRange = defineTemplate({
  id: "limit_to_range",
  category: "edge_cases",
  title: "Limit a number to a range that may be wrong",
  slots: {
    measure: { kind: "word", values: MEASURES },
    swapped: { kind: "choice", values: ["swap", "None", "unchanged"] },
    missing: { kind: "choice", values: ["int", "none_allowed"] },
    margin: { kind: "number", values: [0, 1, 2, 5, 10] },
    outside: { kind: "choice", values: ["nearest", "None", "low"] },
  },
  phrasings: [
    ({ measure, swapped, missing, margin, outside }) =>
      `Limit the ${measure.one} to the range from low to high, both included. ${outside === "nearest" ? "A value outside becomes the nearer end" : outside === "low" ? "A value outside becomes low, on whichever side it lies" : "A value outside gives None"}${margin === 0 ? "" : `, but a value that misses the range by at most ${margin} is returned as it is`}. ${SWAPPED[swapped]}${missing === "none_allowed" ? " If the value is None, return None." : ""}`,
    ({ measure, swapped, missing, margin, outside }) =>
      `Given ${withArticle(measure.one)} in ${measure.unit} and the ends low and high, return ${missing === "none_allowed" ? "None if the value is None. Otherwise return " : ""}the value if it lies from low to high${margin === 0 ? "" : ` or at most ${margin} outside`}; ${outside === "nearest" ? "if not, return the end that is nearer" : outside === "low" ? "if not, return low" : "if not, return None"}. ${SWAPPED[swapped]}`,
  ],
  load: ({ missing, outside }) => ({
    branches: (outside === "nearest" ? 4 : 3) + (missing === "none_allowed" ? 1 : 0),
    quirks: 0,
    edgeCases: 1,
  }),
  blueprint: ({ measure: { id: x, one, description }, swapped, missing, margin, outside }) => {
    const name = `limit_${x}`;
    const allowsNone = missing === "none_allowed";
    const compute = (value: number | null, low: number, high: number) => {
      if (value === null) return "None";
      if (low > high && swapped === "None") return "None";
      if (low > high && swapped === "unchanged") return String(value);
      const [from, to] = low > high ? [high, low] : [low, high];
      if (value >= from - margin && value <= to + margin) return String(value);
      if (outside === "None") return "None";
      if (outside === "low") return String(from);
      return String(value < from ? from : to);
    };
    const cases: [number | null, number, number, string][] = [
      [50, 20, 80, "Inside"],
      [20, 20, 80, "On the lower end"],
      [80, 20, 80, "On the upper end"],
      [19 - margin, 20, 80, "Just too low"],
      [81 + margin, 20, 80, "Just too high"],
      ...(margin > 0
        ? ([
            [20 - margin, 20, 80, "Outside, but by no more than is allowed"],
            [80 + margin, 20, 80, "Above, but by no more than is allowed"],
          ] as [number, number, number, string][])
        : []),
      [50, 80, 20, "Ends in the wrong order, value between them"],
      [5 - margin, 80, 20, "Ends in the wrong order, value outside"],
      [30, 30, 30, "A range of one value"],
      [-40, -50, 0, "Negative numbers"],
      ...(allowsNone ? ([[null, 20, 80, "No value"]] as [null, number, number, string][]) : []),
    ];
    const [from, to] = swapped === "swap" ? ["start", "end"] : ["low", "high"];
    const under = margin === 0 ? `${x} < ${from}` : `${x} < ${from} - ${margin}`;
    const over = margin === 0 ? `${x} > ${to}` : `${x} > ${to} + ${margin}`;
    const returnsNone = allowsNone || swapped === "None" || outside === "None";
    const none = allowsNone ? `${x} is None or ` : "";
    const between =
      swapped === "swap" ? `min(low, high) <= ${x} <= max(low, high)` : `low <= ${x} <= high`;
    return {
      ir: writeIr({
        summary: `Limit the ${one} to a range.`,
        name,
        parameters: [
          [x, allowsNone ? "int | None" : "int", description],
          ["low", "int", "Lower end of the range."],
          ["high", "int", "Upper end of the range."],
        ],
        returns: returnsNone ? "int | None" : "int",
        effects: [
          ...(allowsNone ? [`If ${x} is None, return LITERAL None; 0 is not None.`] : []),
          {
            swap: `Let start be the smaller and end the larger of low and high, so that ends in the wrong order are swapped.`,
            None: `If low > high, return LITERAL None; equal ends are a range of one value.`,
            unchanged: `If low > high, return ${x} unchanged; equal ends are a range of one value.`,
          }[swapped],
          ...(outside === "nearest"
            ? [`If ${under}, return ${from}.`, `If ${over}, return ${to}.`]
            : [`If ${under} or ${over}, return ${outside === "None" ? "LITERAL None" : from}.`]),
          `Otherwise return ${x}; ${margin === 0 ? "both ends belong to the range" : `being outside by exactly ${margin} is allowed`}.`,
        ],
        assertions: [
          ...cases.map(([value, low, high, why]) =>
            assertCase(
              { [x]: value === null ? "None" : value, low, high },
              compute(value, low, high),
              why,
            ),
          ),
          [`${none}not ${between} or result == ${x}`, "Every value inside"],
          ...(swapped === "None"
            ? ([[`low <= high or result is None`, "Every range in the wrong order"]] as const)
            : []),
          ...(outside === "nearest"
            ? ([
                [
                  `${none}low > high or low - ${margin} <= result <= high + ${margin}`
                    .replaceAll(" - 0", "")
                    .replaceAll(" + 0", ""),
                  "Never further outside",
                ],
              ] as const)
            : []),
        ],
      }),
      implementation: pythonSource(
        `def ${name}(${x}, low, high):`,
        ...(allowsNone ? [`    if ${x} is None:`, `        return None`] : []),
        ...{
          swap: [`    start = min(low, high)`, `    end = max(low, high)`],
          None: [`    if low > high:`, `        return None`],
          unchanged: [`    if low > high:`, `        return ${x}`],
        }[swapped],
        ...(outside === "nearest"
          ? [
              `    if ${under}:`,
              `        return ${from}`,
              `    if ${over}:`,
              `        return ${to}`,
            ]
          : [
              `    if ${under} or ${over}:`,
              `        return ${outside === "None" ? "None" : from}`,
            ]),
        `    return ${x}`,
      ),
      inputs: [
        ...cases.map(([value, low, high]) => [
          value === null ? "None" : String(value),
          String(low),
          String(high),
        ]),
        ["0", "0", "0"],
        ["100", "20", "80"],
        ["-100", "20", "80"],
      ],
    };
  },
});

const SWAPPED = {
  swap: "If low is larger than high, swap the two.",
  None: "If low is larger than high, return None.",
  unchanged: "If low is larger than high, return the value unchanged.",
} as const;
