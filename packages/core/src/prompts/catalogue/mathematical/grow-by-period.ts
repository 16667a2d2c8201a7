import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

const GROWTHS = [
  {
    id: "savings",
    what: "the balance of a savings account in cents",
    x: "balance",
    period: "years",
    one: "year",
  },
  {
    id: "colony",
    what: "the number of bacteria in a dish",
    x: "bacteria",
    period: "hours",
    one: "hour",
  },
  { id: "debt", what: "a debt in euros", x: "debt", period: "months", one: "month" },
  { id: "audience", what: "the audience of a channel", x: "viewers", period: "weeks", one: "week" },
  {
    id: "forest",
    what: "the number of trees of a forest",
    x: "trees",
    period: "years",
    one: "year",
  },
  { id: "rent", what: "a rent in euros", x: "rent", period: "years", one: "year" },
  {
    id: "rabbits",
    what: "a population of rabbits",
    x: "rabbits",
    period: "seasons",
    one: "season",
  },
  {
    id: "traffic",
    what: "the daily visitors of a site",
    x: "visitors",
    period: "months",
    one: "month",
  },
] as const;

export const growByPeriod = defineTemplate({
  id: "grow_by_period",
  category: "mathematical",
  title: "Let a number grow for some periods",
  slots: {
    growth: { kind: "word", values: GROWTHS },
    percent: { kind: "number", values: [2, 5, 8, 10, 20, 50] },
    extra: { kind: "number", values: [0, 1, 10, 100] },
    cap: { kind: "threshold", values: [0, 1000, 50000] },
    order: { kind: "choice", values: ["percent_first", "extra_first"] },
  },
  rules: [
    {
      name: "order_needs_extra",
      slots: ["extra", "order"],
      message: "the order matters only when something is added",
      holds: ({ extra, order }) => extra > 0 || order === "percent_first",
    },
  ],
  phrasings: [
    ({ growth, percent, extra, cap, order }) =>
      `Compute ${growth.what} after a number of ${growth.period}. ${steps(growth.one, percent, extra, order)} ${cap === 0 ? "" : `It never exceeds ${cap}: the growth stops there. `}With 0 ${growth.period} nothing changes, and a negative number of ${growth.period} gives None.`,
    ({ growth, percent, extra, cap, order }) =>
      `Starting from ${growth.what}, return its value some ${growth.period} later. ${steps(growth.one, percent, extra, order)} Return None if the number of ${growth.period} is negative${cap === 0 ? "." : `, and ${cap} if the value would become larger than that.`}`,
  ],
  load: ({ extra, cap }) => ({
    branches: 2 + (cap === 0 ? 0 : 1),
    quirks: 1,
    edgeCases: 2 + (extra === 0 ? 0 : 1),
  }),
  blueprint: ({ growth: { id, what, x, period }, percent, extra, cap, order }) => {
    const name = `grow_${id}`;
    const factor = 100 + percent;
    const next = (value: number) => {
      const grown =
        order === "extra_first"
          ? Math.floor(((value + extra) * factor) / 100)
          : Math.floor((value * factor) / 100) + extra;
      return grown;
    };
    const isCapped = cap > 0;
    const run = (start: number, count: number) => {
      if (count < 0) return "None";
      let value = start;
      for (let index = 0; index < count; index += 1) value = next(value);
      return String(isCapped ? Math.min(value, cap) : value);
    };
    const step =
      order === "extra_first"
        ? `(value + ${extra}) * ${factor} // 100`
        : `value * ${factor} // 100${extra === 0 ? "" : ` + ${extra}`}`;
    const cases: [number, number, string][] = [
      [100, -1, "Negative number of periods"],
      [100, 0, "No period"],
      [100, 1, "One period"],
      [101, 1, "Rounded down"],
      [100, 2, "Rounded in each period"],
      [999, 3, "Three periods"],
      [0, 2, "Start at 0"],
      ...(isCapped
        ? ([
            [cap, 0, "Exactly at the cap"],
            [cap + 1, 0, "Above the cap from the start"],
            [cap, 1, "Grown beyond the cap"],
            [cap - 1, 0, "Just below the cap"],
          ] as [number, number, string][])
        : []),
    ];
    return {
      ir: writeIr({
        summary: `Compute ${what} after some ${period}.`,
        name,
        parameters: [
          [x, "int", `Value at the start, 0 or more.`],
          [period, "int", `Number of ${period}.`],
        ],
        returns: "int | None",
        effects: [
          `If ${period} < 0, return LITERAL None.`,
          `Let value be ${x}; as many times as ${period} says, replace value by ${step}. The floor division // rounds down in each period and keeps ints.`,
          ...(order === "percent_first" && extra > 0
            ? [
                `The ${extra} is added after the ${percent} percent, so it grows only from the next period on.`,
              ]
            : []),
          ...(order === "extra_first"
            ? [
                `The ${extra} is added before the ${percent} percent, so it grows in the same period.`,
              ]
            : []),
          ...(isCapped
            ? [`If value > ${cap}, return LITERAL ${cap}; a value of exactly ${cap} is allowed.`]
            : []),
          `${isCapped ? "Otherwise return" : "Return"} value; with 0 ${period} it is ${x}.`,
        ],
        assertions: [
          ...cases.map(([start, count, why]) =>
            assertCase({ [x]: start, [period]: count }, run(start, count), why),
          ),
          [`${period} >= 0 or result is None`, "Every negative number of periods"],
          [`${period} != 0 or result == ${isCapped ? `min(${x}, ${cap})` : x}`, "No period"],
          [
            `${period} != 1 or result == ${isCapped ? "min(" : ""}${step.replace("value", x)}${isCapped ? `, ${cap})` : ""}`,
            "One period, any start",
          ],
        ],
      }),
      implementation: pythonSource(
        `def ${name}(${x}, ${period}):`,
        `    if ${period} < 0:`,
        `        return None`,
        `    value = ${x}`,
        `    for _ in range(${period}):`,
        `        value = ${step}`,
        ...(isCapped ? [`    if value > ${cap}:`, `        return ${cap}`] : []),
        `    return value`,
      ),
      inputs: [...cases, [7, 5, ""], [12345, 4, ""]].map(([start, count]) => [
        String(start),
        String(count),
      ]),
    };
  },
});

function steps(
  one: string,
  percent: number,
  extra: number,
  order: "percent_first" | "extra_first",
): string {
  if (extra === 0)
    return `Each ${one} it grows by ${percent} percent, rounded down to a whole number.`;
  if (order === "extra_first")
    return `Each ${one} ${extra} is added first; then it grows by ${percent} percent, rounded down.`;
  return `Each ${one} it grows by ${percent} percent, rounded down, and then ${extra} is added.`;
}
