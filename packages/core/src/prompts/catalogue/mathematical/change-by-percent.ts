import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { capitalise } from "../../words/sentence.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

const AMOUNTS = [
  { id: "net_price", what: "a net price", x: "net_cents", unit: "cents" },
  { id: "salary", what: "a monthly salary", x: "salary", unit: "euros" },
  { id: "rent", what: "the rent of a flat", x: "rent", unit: "euros" },
  { id: "population", what: "the population of a town", x: "population", unit: "people" },
  { id: "stock", what: "the stock of a shop", x: "stock", unit: "pieces" },
  { id: "budget", what: "the budget of a project", x: "budget", unit: "dollars" },
  { id: "premium", what: "an insurance premium", x: "premium", unit: "cents" },
  { id: "fare", what: "a train fare", x: "fare", unit: "cents" },
  { id: "tip", what: "a restaurant bill", x: "bill", unit: "cents" },
  { id: "dose", what: "the dose of a medicine", x: "dose", unit: "milligrams" },
] as const;
const ROUNDINGS = [
  {
    id: "down",
    words: "rounded down",
    why: "the floor division // rounds towards minus infinity, for negative numbers too",
  },
  {
    id: "up",
    words: "rounded up",
    why: "-(-a // b) rounds towards plus infinity, for negative numbers too",
  },
  {
    id: "half_up",
    words: "rounded to the nearest whole number, halves up",
    why: "adding half of the divisor before // rounds halves up; round would take them to the even neighbour",
  },
] as const;

export const changeByPercent = defineTemplate({
  id: "change_by_percent",
  category: "mathematical",
  title: "Change an amount by a percentage in whole numbers",
  slots: {
    amount: { kind: "word", values: AMOUNTS },
    percent: { kind: "number", values: [3, 5, 7, 12, 15, 19, 25, 33] },
    direction: { kind: "choice", values: ["raise", "lower"] },
    rounding: { kind: "choice", values: ROUNDINGS },
    floor: { kind: "choice", values: ["none", "zero", "none_negative"] },
  },
  phrasings: [
    ({ amount, percent, direction, rounding, floor }) =>
      `${direction === "raise" ? "Raise" : "Lower"} ${amount.what} in whole ${amount.unit} by ${percent} percent. The result is a whole number, ${rounding.words}.${FLOORS[floor]}`,
    ({ amount, percent, direction, rounding, floor }) =>
      `Given ${amount.what} as an int in ${amount.unit}, return it ${direction === "raise" ? "increased" : "reduced"} by ${percent} percent and ${rounding.words}. Use integer arithmetic, so that no ${amount.unit} are lost to float rounding.${FLOORS[floor]}`,
  ],
  load: ({ rounding, floor }) => ({
    branches: floor === "none" ? 1 : 2,
    quirks: rounding.id === "half_up" ? 2 : 1,
    edgeCases: floor === "none" ? 0 : 1,
  }),
  blueprint: ({ amount: { id, what, x, unit }, percent, direction, rounding, floor }) => {
    const name = `${direction}_${id}`;
    const factor = direction === "raise" ? 100 + percent : 100 - percent;
    const formula = {
      down: `${x} * ${factor} // 100`,
      up: `-(-${x} * ${factor} // 100)`,
      half_up: `(${x} * ${factor} + 50) // 100`,
    }[rounding.id];
    const compute = (value: number) =>
      ({
        down: Math.floor((value * factor) / 100),
        up: Math.ceil((value * factor) / 100),
        half_up: Math.floor((value * factor + 50) / 100),
      })[rounding.id] + 0;
    const none = { none: "", zero: "0", none_negative: "None" }[floor];
    const answer = (value: number) => (value < 0 && none !== "" ? none : String(compute(value)));
    const cases = [0, 1, -1, 10, 50, 99, 100, 101, 150, -150, 1050];
    return {
      ir: writeIr({
        summary: `${capitalise(direction)} ${what} by ${percent} percent.`,
        name,
        parameters: [[x, "int", `${capitalise(what.replace(/^(a|an|the) /, ""))} in ${unit}.`]],
        returns: none === "None" ? "int | None" : "int",
        effects: [
          ...(none === "" ? [] : [`If ${x} < 0, return LITERAL ${none}; 0 is not negative.`]),
          `${none === "" ? "Return" : "Otherwise return"} ${formula}, that is ${x} ${direction === "raise" ? "plus" : "minus"} ${percent} percent of it; ${rounding.why}.`,
          `Compute with integers only; ${factor} / 100 as a float could be off by one for large amounts.`,
        ],
        assertions: [
          ...cases.map((value) =>
            assertCase(
              { [x]: value },
              answer(value),
              value === 0
                ? "Zero"
                : value < 0
                  ? `Negative amount of ${value}`
                  : value === 100
                    ? "A whole result"
                    : `Amount of ${value}`,
            ),
          ),
          [`${none === "" ? "" : `${x} < 0 or `}result == ${formula}`, "Whole formula"],
          [
            `${none === "None" ? "result is None or " : ""}isinstance(result, int)`,
            "A whole number",
          ],
        ],
      }),
      implementation: pythonSource(
        `def ${name}(${x}):`,
        ...(none === "" ? [] : [`    if ${x} < 0:`, `        return ${none}`]),
        `    return ${formula}`,
      ),
      inputs: [...cases, 123456789, -7].map((value) => [String(value)]),
    };
  },
});

const FLOORS = {
  none: " Negative numbers are treated like all others.",
  zero: " A negative number gives 0.",
  none_negative: " A negative number gives None.",
} as const;
