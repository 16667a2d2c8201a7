import { pythonLiteral } from "../../python-literal.ts";
import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { NUMBER_SERIES } from "../../words/number-series.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

export const nearestValue = defineTemplate({
  id: "nearest_value",
  category: "edge_cases",
  title: "Find the entry that is nearest to a number",
  slots: {
    series: { kind: "word", values: NUMBER_SERIES },
    answer: { kind: "choice", values: ["value", "index"] },
    ties: { kind: "choice", values: ["first", "larger", "smaller"] },
    maximum: { kind: "threshold", values: [0, 5, 10, 25, 100] },
    nothing: { kind: "label", values: ["None", "-1"] },
  },
  rules: [
    {
      name: "minus_one_for_an_index",
      slots: ["answer", "nothing"],
      message: "-1 can be an entry of the list, so it can only stand for a missing index",
      holds: ({ answer, nothing }) => answer === "index" || nothing === "None",
    },
  ],
  phrasings: [
    ({ series, answer, ties, maximum, nothing }) =>
      `Return ${answer === "index" ? "the index of" : ""} the entry of a list of ${series.many} that is nearest to a target number. ${TIES[ties]}${maximum === 0 ? "" : ` Entries that are more than ${maximum} away do not count.`} If there is none, return ${nothing}.`.replaceAll(
        "  ",
        " ",
      ),
    ({ series, answer, ties, maximum, nothing }) =>
      `Given ${series.many} and a target, find the one that differs least from it and return its ${answer}. ${TIES[ties]} The result is ${nothing} for an empty list${maximum === 0 ? "" : `, and also when even the nearest entry differs by more than ${maximum}`}.`,
  ],
  load: ({ ties, maximum }) => ({
    branches: 2 + (maximum === 0 ? 0 : 1),
    quirks: 0,
    edgeCases: 2 + (ties === "first" ? 0 : 1),
  }),
  blueprint: ({ series: { list, many, description }, answer, ties, maximum, nothing }) => {
    const name = `nearest_of_${list}`;
    const hasLimit = maximum > 0;
    const sign = { first: 0, larger: -1, smaller: 1 }[ties];
    const compute = (values: number[], target: number) => {
      let best = -1;
      values.forEach((value, index) => {
        const distance = Math.abs(value - target);
        const known = values[best];
        if (known === undefined) best = index;
        else if (
          distance < Math.abs(known - target) ||
          (distance === Math.abs(known - target) && (value - known) * sign < 0)
        )
          best = index;
      });
      const found = values[best];
      if (found === undefined || (hasLimit && Math.abs(found - target) > maximum)) return nothing;
      return String(answer === "index" ? best : found);
    };
    const m = hasLimit ? maximum : 50;
    const cases: [number[], number, string][] = [
      [[], 3, "Empty list"],
      [[7], 7, "The target itself"],
      [[1, 9, 4], 5, "Nearest in the middle of the list"],
      [[4, 6], 5, "A tie, smaller entry first"],
      [[6, 4], 5, "A tie, larger entry first"],
      [[3, 3], 3, "Equal entries"],
      [[-2, 2], -1, "Negative numbers"],
      [[0, 8], 1, "Zero"],
      [[m], 0, hasLimit ? "Exactly as far away as allowed" : "Single entry, far away"],
      [[m + 1], 0, hasLimit ? "One too far away" : "Single entry, further away"],
    ];
    const isNone = nothing === "None" ? "result is None" : `result == ${nothing}`;
    const found = answer === "index" ? `${list}[result]` : "result";
    const key = {
      first: `abs(${list}[index] - target)`,
      larger: `(abs(${list}[index] - target), -${list}[index])`,
      smaller: `(abs(${list}[index] - target), ${list}[index])`,
    }[ties];
    return {
      ir: writeIr({
        summary: `Find the one of the ${many} that is nearest to a target.`,
        name,
        parameters: [
          [list, "list[int]", description],
          ["target", "int", "Number to come near to."],
        ],
        returns: nothing === "None" ? "int | None" : "int",
        effects: [
          `If ${list} is empty, return LITERAL ${nothing}.`,
          `Let best be the index for which abs(${list}[index] - target) is smallest; ${{ first: "of several equally near entries it is the first", larger: "of several equally near entries it is that of the largest, and of equal entries the first", smaller: "of several equally near entries it is that of the smallest, and of equal entries the first" }[ties]}.`,
          ...(hasLimit
            ? [
                `If abs(${list}[best] - target) > ${maximum}, return LITERAL ${nothing}; exactly ${maximum} is near enough.`,
              ]
            : []),
          `Otherwise return ${answer === "index" ? "best" : `${list}[best]`}; ${list} is not sorted or changed.`,
        ],
        assertions: [
          ...cases.map(([values, target, why]) =>
            assertCase({ [list]: pythonLiteral(values), target }, compute(values, target), why),
          ),
          [`len(${list}) > 0 or ${isNone}`, "Every empty list"],
          [
            `${isNone} or all(abs(${found} - target) <= abs(value - target) for value in ${list})`,
            "Nothing is nearer",
          ],
          ...(hasLimit
            ? ([
                [`${isNone} or abs(${found} - target) <= ${maximum}`, "Never further away"],
              ] as const)
            : []),
        ],
      }),
      implementation: pythonSource(
        `def ${name}(${list}, target):`,
        `    if not ${list}:`,
        `        return ${nothing}`,
        `    best = min(range(len(${list})), key=lambda index: ${key})`,
        ...(hasLimit
          ? [`    if abs(${list}[best] - target) > ${maximum}:`, `        return ${nothing}`]
          : []),
        answer === "index" ? `    return best` : `    return ${list}[best]`,
      ),
      inputs: [
        ...cases.map(([values, target]) => [pythonLiteral(values), String(target)]),
        ["[10, 20, 30]", "26"],
      ],
    };
  },
});

const TIES = {
  first: "Of several equally near ones the first in the list counts.",
  larger: "If two are equally near, the larger one counts.",
  smaller: "If two are equally near, the smaller one counts.",
} as const;
