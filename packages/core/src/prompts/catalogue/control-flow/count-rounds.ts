import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { capitalise } from "../../words/sentence.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

const GROWTHS = [
  {
    id: "halve_rope",
    what: "a rope is cut in half, keeping whole centimetres",
    input: "length",
    unit: "length in centimetres",
    divisor: 2,
    cut: "it is shorter than LIMIT",
    verb: "cuts",
  },
  {
    id: "share_queue",
    what: "only every third person of a queue stays",
    input: "people",
    unit: "number of people",
    divisor: 3,
    cut: "fewer than LIMIT people are left",
    verb: "rounds",
  },
  {
    id: "shrink_image",
    what: "an image is scaled down to a quarter of its width, in whole pixels",
    input: "width",
    unit: "width in pixels",
    divisor: 4,
    cut: "it is narrower than LIMIT",
    verb: "steps",
  },
  {
    id: "drain_tank",
    what: "a tank loses all but a fifth of its litres each day, rounded down",
    input: "litres",
    unit: "number of litres",
    divisor: 5,
    cut: "it holds fewer than LIMIT litres",
    verb: "days",
  },
  {
    id: "knockout",
    what: "half of the teams of a tournament leave in each round, the half rounded up",
    input: "teams",
    unit: "number of teams",
    divisor: 2,
    cut: "fewer than LIMIT teams are left",
    verb: "rounds",
  },
  {
    id: "divide_load",
    what: "a load is divided by 10 and rounded down",
    input: "load",
    unit: "load in tons",
    divisor: 10,
    cut: "it is less than LIMIT",
    verb: "divisions",
  },
] as const;

export const countRounds = defineTemplate({
  id: "count_rounds",
  category: "control_flow",
  title: "Count how often a number is divided until it is small",
  slots: {
    growth: { kind: "word", values: GROWTHS },
    limit: { kind: "threshold", values: [2, 3, 5, 8, 10, 20, 30, 50] },
    cap: { kind: "number", values: [0, 3, 4, 6] },
    invalid: { kind: "choice", values: [-1, 0] },
  },
  phrasings: [
    ({ growth, limit, cap, invalid }) =>
      `Count the ${growth.verb}: ${growth.what}, again and again until ${growth.cut.replace("LIMIT", String(limit))}.${cap === 0 ? "" : ` Stop counting at ${cap}.`} The input is the ${growth.unit} at the start. ${invalid === -1 ? "A negative input gives -1." : "An input that is already that small gives 0, and so does a negative one."}`,
    ({ growth, limit, cap, invalid }) =>
      `Each time, ${growth.what}. Given the ${growth.unit}, return after how many ${growth.verb} ${growth.cut.replace("LIMIT", String(limit))}${cap === 0 ? "" : `, but at most ${cap}`}. Return ${invalid} for a negative number${invalid === -1 ? " and 0 if nothing needs to be done" : " or if nothing needs to be done"}.`,
  ],
  load: ({ cap, invalid }) => ({
    branches: cap === 0 ? 2 : 3,
    quirks: 1,
    edgeCases: invalid === -1 ? 2 : 1,
  }),
  blueprint: ({ growth, limit, cap, invalid }) => {
    const { input: x, divisor } = growth;
    const name = `count_${growth.verb}_${growth.id.split("_")[0]}`;
    const count = (start: number) => {
      let [rest, steps] = [start, 0];
      while (rest >= limit) [rest, steps] = [Math.floor(rest / divisor), steps + 1];
      return cap === 0 ? steps : Math.min(steps, cap);
    };
    const cases = [
      limit - 1,
      limit,
      limit * divisor - 1,
      limit * divisor,
      limit * divisor ** 3,
      limit * divisor ** 3 - 1,
    ];
    const isCapped = cap !== 0;
    return {
      ir: writeIr({
        summary: `Count the ${growth.verb} until the ${growth.unit} falls below ${limit}.`,
        name,
        parameters: [[x, "int", `${capitalise(growth.unit)} at the start.`]],
        returns: "int",
        effects: [
          `If ${x} < 0, return LITERAL ${invalid}.`,
          `Let rest be ${x} and steps be 0.`,
          `While rest >= ${limit}${isCapped ? ` and steps < ${cap}` : ""}: replace rest by rest // ${divisor} and add 1 to steps. The floor division // keeps whole numbers; / would make floats.`,
          `Return steps; it is 0 when ${x} < ${limit}.`,
        ],
        assertions: [
          [`${x} >= 0 or result == ${invalid}`, "Negative numbers"],
          assertCase({ [x]: 0 }, 0, "Zero"),
          ...cases.map((value) =>
            assertCase(
              { [x]: value },
              count(value),
              value < limit
                ? "Just below the limit"
                : value === limit
                  ? "On the limit"
                  : `Start of ${value}`,
            ),
          ),
          [`${x} < 0 or ${x} >= ${limit} or result == 0`, "Nothing to do"],
          ...(isCapped
            ? ([
                [`result <= ${cap}`, "Never more than the largest count"],
                assertCase({ [x]: limit * divisor ** 6 }, cap, "The count stops"),
              ] as const)
            : ([
                [
                  `${x} < ${limit} or ${x} // ${divisor} ** result < ${limit}`,
                  "Small enough at the end",
                ],
                [
                  `${x} < ${limit} or ${x} // ${divisor} ** (result - 1) >= ${limit}`,
                  "Not small enough before",
                ],
              ] as const)),
        ],
      }),
      implementation: pythonSource(
        `def ${name}(${x}):`,
        `    if ${x} < 0:`,
        `        return ${invalid}`,
        `    rest = ${x}`,
        `    steps = 0`,
        `    while rest >= ${limit}${isCapped ? ` and steps < ${cap}` : ""}:`,
        `        rest = rest // ${divisor}`,
        `        steps += 1`,
        `    return steps`,
      ),
      inputs: [-1, -100, 0, 1, ...cases, limit * divisor ** 6].map((value) => [String(value)]),
    };
  },
});
