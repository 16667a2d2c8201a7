import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

const OPERATIONS = [
  { id: "sum", words: "Add up", noun: "the sum of", start: 0 },
  { id: "count", words: "Count", noun: "the number of", start: 0 },
  { id: "largest", words: "Find the largest of", noun: "the largest of", start: null },
] as const;
const BOUNDS = [
  { id: "below", words: "below n", from: 1, end: "n" },
  { id: "up_to", words: "from 1 up to and including n", from: 1, end: "n + 1" },
  { id: "with_zero", words: "from 0 up to but not including n", from: 0, end: "n" },
] as const;
const TESTS = [
  { id: "either", words: "that are divisible by A or by B", join: "or" },
  { id: "both", words: "that are divisible by both A and B", join: "and" },
  { id: "first_only", words: "that are divisible by A but not by B", join: "and not" },
  { id: "neither", words: "that are divisible by neither A nor B", join: "nor" },
] as const;

export const sumOfMultiples = defineTemplate({
  id: "sum_of_multiples",
  category: "mathematical",
  title: "Sum, count or find multiples",
  slots: {
    operation: { kind: "choice", values: OPERATIONS },
    bounds: { kind: "choice", values: BOUNDS },
    test: { kind: "choice", values: TESTS },
    first: { kind: "number", values: [2, 3, 4, 6, 10] },
    second: { kind: "number", values: [5, 7, 9, 11, 13] },
    setting: {
      kind: "word",
      values: [
        "whole numbers",
        "positive house numbers",
        "page numbers",
        "ticket numbers",
        "anniversary years",
        "locker numbers",
      ],
    },
  },
  rules: [
    {
      name: "zero_is_no_house",
      slots: ["bounds", "setting"],
      message: "only plain whole numbers start from 0",
      holds: ({ bounds, setting }) => bounds.id !== "with_zero" || setting === "whole numbers",
    },
  ],
  phrasings: [
    ({ operation, bounds, test, first, second, setting }) =>
      `${operation.words} the ${setting} ${bounds.words} ${say(test.words, first, second)}.${bounds.id === "below" ? " Counting starts at 1." : ""} ${operation.id === "largest" ? "If there are none, return None." : "If there are none, return 0."}`,
    ({ operation, bounds, test, first, second, setting }) =>
      `Given n, return ${operation.noun} all ${setting} ${bounds.words}${bounds.id === "below" ? ", starting at 1," : ""} ${say(test.words, first, second)}.${test.id === "either" ? " A number that is divisible by both counts once." : ""} When nothing qualifies, for example because n is negative, the result is ${operation.id === "largest" ? "None" : "0"}.`,
  ],
  load: ({ operation, test }) => ({
    branches: operation.id === "largest" ? 3 : 2,
    quirks: 1,
    edgeCases: test.id === "either" ? 2 : 1,
  }),
  blueprint: ({ operation, bounds, test, first, second, setting }) => {
    const name = `${operation.id}_of_multiples`;
    const [a, b] = [`number % ${first} == 0`, `number % ${second} == 0`];
    const condition = {
      either: `${a} or ${b}`,
      both: `${a} and ${b}`,
      first_only: `${a} and number % ${second} != 0`,
      neither: `number % ${first} != 0 and number % ${second} != 0`,
    }[test.id];
    const matches = (n: number) => {
      const end = bounds.id === "up_to" ? n + 1 : n;
      return Array.from(
        { length: Math.max(end - bounds.from, 0) },
        (_, index) => index + bounds.from,
      ).filter((number) => {
        const [x, y] = [number % first === 0, number % second === 0];
        return { either: x || y, both: x && y, first_only: x && !y, neither: !x && !y }[test.id];
      });
    };
    const compute = (n: number) => {
      const found = matches(n);
      if (operation.id === "count") return String(found.length);
      if (operation.id === "sum") return String(found.reduce((total, value) => total + value, 0));
      return found.length === 0 ? "None" : String(found.at(-1));
    };
    const both = first * second;
    const cases = [
      ...new Set([0, 1, 2, first, first + 1, second, second + 1, both, both + 1, 2 * both + 1]),
    ];
    const range = `range(${bounds.from}, ${bounds.end})`;
    const oracle = {
      sum: `sum(number for number in ${range} if ${condition})`,
      count: `sum(1 for number in ${range} if ${condition})`,
      largest: `max([number for number in ${range} if ${condition}], default=None)`,
    }[operation.id];
    const none = operation.id === "largest" ? "None" : "0";
    return {
      ir: writeIr({
        summary: `${operation.words} the ${setting} ${say(test.words, first, second)}.`,
        name,
        parameters: [["n", "int", `Limit of the numbers that are looked at.`]],
        returns: operation.id === "largest" ? "int | None" : "int",
        effects: [
          `Go through the numbers of ${range}, that is ${bounds.words}; n itself is ${bounds.id === "up_to" ? "included" : "not included"}, and range is empty when n is too small or negative.`,
          `A number matches if ${condition}; each number counts once${bounds.from === 0 && test.id !== "neither" && test.id !== "first_only" ? ", and 0 is divisible by everything" : ""}.`,
          operation.id === "largest"
            ? `If nothing matches, return LITERAL None; otherwise return the largest match.`
            : `Return ${operation.id === "sum" ? "the sum" : "the number"} of the matches, which is 0 if there are none.`,
        ],
        assertions: [
          [
            `n > ${bounds.from === 0 ? 0 : bounds.id === "up_to" ? 0 : 1} or ${none === "None" ? "result is None" : "result == 0"}`,
            "Nothing to look at, negative n included",
          ],
          ...cases.map((value) =>
            assertCase(
              { n: value },
              compute(value),
              value === 0
                ? "Zero"
                : value === first || value === first + 1 || value === second || value === second + 1
                  ? `Next to a multiple: n of ${value}`
                  : `n of ${value}`,
            ),
          ),
          ...(operation.id === "largest"
            ? ([
                [
                  `result is None or ${condition.replaceAll("number", "result")}`,
                  "What was found matches",
                ],
              ] as const)
            : []),
          [`n > 1000 or result == ${oracle}`, "Whole formula, for limits that are quick to check"],
        ],
      }),
      implementation: pythonSource(
        `def ${name}(n):`,
        ...(operation.id === "largest"
          ? [
              `    for number in range(${bounds.end} - 1, ${bounds.from - 1}, -1):`,
              `        if ${condition}:`,
              `            return number`,
              `    return None`,
            ]
          : [
              `    total = 0`,
              `    for number in ${range}:`,
              `        if ${condition}:`,
              `            total += ${operation.id === "sum" ? "number" : "1"}`,
              `    return total`,
            ]),
      ),
      inputs: [-1, -50, ...cases].map((value) => [String(value)]),
    };
  },
});

function say(words: string, first: number, second: number): string {
  return words.replace(/\bA\b/, String(first)).replace(/\bB\b/, String(second));
}
