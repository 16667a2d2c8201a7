import { pythonLiteral } from "../../python-literal.ts";
import { pythonSource } from "../../python-source.ts";
import { joinWords } from "../../words/sentence.ts";
import { defineTemplate } from "../../template.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

const SYSTEMS = [
  {
    id: "euro",
    what: "coins of 50, 20, 10, 5, 2 and 1 cents",
    x: "cents",
    sizes: [50, 20, 10, 5, 2, 1],
    one: "coins",
  },
  {
    id: "boxes",
    what: "boxes of 24, 12, 6 and 2 bottles",
    x: "bottles",
    sizes: [24, 12, 6, 2],
    one: "boxes",
  },
  {
    id: "notes",
    what: "notes of 100, 50, 20 and 10 euros",
    x: "euros",
    sizes: [100, 50, 20, 10],
    one: "notes",
  },
  {
    id: "pallets",
    what: "pallets of 40, racks of 8 and single crates",
    x: "crates",
    sizes: [40, 8, 1],
    one: "units",
  },
  {
    id: "stamps",
    what: "stamps of 85, 10 and 5 cents",
    x: "postage",
    sizes: [85, 10, 5],
    one: "stamps",
  },
  {
    id: "weights",
    what: "weights of 1000, 500, 100 and 50 grams",
    x: "grams",
    sizes: [1000, 500, 100, 50],
    one: "weights",
  },
  {
    id: "tokens",
    what: "tokens worth 9, 3 and 1 points",
    x: "points",
    sizes: [9, 3, 1],
    one: "tokens",
  },
  {
    id: "packs",
    what: "packs of 16, 4 and 2 batteries",
    x: "batteries",
    sizes: [16, 4, 2],
    one: "packs",
  },
] as const;

export const countCoins = defineTemplate({
  id: "count_coins",
  category: "mathematical",
  title: "Pay an amount with the largest pieces first",
  slots: {
    system: { kind: "word", values: SYSTEMS },
    answer: { kind: "choice", values: ["count", "list", "table"] },
    rest: { kind: "choice", values: ["None", "ignored"] },
    limit: { kind: "threshold", values: [0, 3, 5, 10, 20] },
  },
  phrasings: [
    ({ system, answer, rest, limit }) =>
      `Make up a number of ${system.x === "postage" ? "cents of postage" : system.x} with ${system.what}, always taking the largest one that fits. Return ${ANSWERS[answer](system.one)}. ${rest === "None" ? "If something is left over at the end, return None." : "What is left over at the end is ignored."}${limit === 0 ? "" : ` More than ${limit} ${system.one} are not available: return None if more would be needed.`} A negative number gives None.`,
    ({ system, answer, rest, limit }) =>
      `We have ${system.what}. For a whole number of ${system.x === "postage" ? "cents of postage" : system.x}, take the largest piece as often as it fits, then the next one, and so on, and return ${ANSWERS[answer](system.one)}. Return None ${joinWords(["for a negative number", ...(rest === "None" ? ["when something is left over at the end"] : []), ...(limit === 0 ? [] : [`when more than ${limit} ${system.one} are needed`])], "or")}.${rest === "ignored" ? " A remainder that is too small for any piece does not matter." : ""}`,
  ],
  load: ({ answer, rest, limit }) => ({
    branches: 2 + (rest === "None" ? 1 : 0) + (limit === 0 ? 0 : 1),
    quirks: 0,
    edgeCases: 1 + (limit === 0 ? 0 : 1) + (answer === "table" ? 1 : 0),
  }),
  blueprint: ({ system: { id, what, x, sizes }, answer, rest, limit }) => {
    const name = `pay_with_${id}`;
    const compute = (value: number) => {
      if (value < 0) return "None";
      const pieces: number[] = [];
      let left = value;
      for (const size of sizes)
        while (left >= size) [pieces[pieces.length], left] = [size, left - size];
      if ((rest === "None" && left > 0) || (limit > 0 && pieces.length > limit)) return "None";
      if (answer === "count") return String(pieces.length);
      if (answer === "list") return pythonLiteral(pieces);
      return `{${[...new Set(pieces)].map((size) => `${size}: ${pieces.filter((piece) => piece === size).length}`).join(", ")}}`;
    };
    const [largest = 1, second = 1] = sizes;
    const smallest = sizes.at(-1) ?? 1;
    const cases = [
      ...new Set([
        0,
        1,
        smallest,
        largest - 1,
        largest,
        largest + smallest,
        largest + second,
        3 * largest + second + smallest,
        ...(limit > 0 ? [limit * largest, (limit + 1) * largest] : []),
      ]),
    ];
    const list = pythonLiteral([...sizes]);
    const total = {
      count: "",
      list: "sum(result)",
      table: "sum(size * number for size, number in result.items())",
    }[answer];
    const number = { count: "result", list: "len(result)", table: "sum(result.values())" }[answer];
    return {
      ir: writeIr({
        summary: `Make up a number with ${what}.`,
        name,
        parameters: [[x, "int", "Number to make up."]],
        returns: `${{ count: "int", list: "list[int]", table: "dict[int, int]" }[answer]} | None`,
        effects: [
          `If ${x} < 0, return LITERAL None.`,
          `Let left be ${x} and taken be a new empty list. For each size of ${list}, in this order, append size to taken and subtract it from left as long as left >= size.`,
          rest === "None"
            ? `If left != 0 at the end, return LITERAL None.`
            : `What remains in left at the end is ignored.`,
          ...(limit === 0
            ? []
            : [`If len(taken) > ${limit}, return LITERAL None; exactly ${limit} are allowed.`]),
          {
            count: "Return len(taken), which is 0 when nothing has to be taken.",
            list: "Return taken, largest first; it is LITERAL [] when nothing has to be taken.",
            table:
              "Return a dictionary from each size in taken to how often it was taken, largest first; sizes that were not taken are left out, and it is LITERAL {} when nothing was taken.",
          }[answer],
        ],
        assertions: [
          assertCase({ [x]: -1 }, "None", "Negative number"),
          ...cases.map((value) =>
            assertCase(
              { [x]: value },
              compute(value),
              value === 0
                ? "Zero"
                : sizes.some((size) => size === value)
                  ? `Exactly one piece of ${value}`
                  : `Number ${value}`,
            ),
          ),
          ...(total === ""
            ? []
            : ([
                [
                  rest === "None"
                    ? `result is None or ${total} == ${x}`
                    : `result is None or 0 <= ${x} - ${total} < ${smallest}`,
                  rest === "None" ? "The pieces add up" : "Only a small remainder is left",
                ],
              ] as const)),
          ...(limit === 0
            ? []
            : ([
                [`result is None or ${number} <= ${limit}`, "Never more than there are"],
              ] as const)),
        ],
      }),
      implementation: pythonSource(
        `def ${name}(${x}):`,
        `    if ${x} < 0:`,
        `        return None`,
        `    left = ${x}`,
        `    taken = []`,
        `    for size in ${list}:`,
        `        while left >= size:`,
        `            taken.append(size)`,
        `            left -= size`,
        ...(rest === "None" ? [`    if left > 0:`, `        return None`] : []),
        ...(limit === 0 ? [] : [`    if len(taken) > ${limit}:`, `        return None`]),
        {
          count: `    return len(taken)`,
          list: `    return taken`,
          table: `    return {size: taken.count(size) for size in taken}`,
        }[answer],
      ),
      inputs: [-1, ...cases, 7 * largest + 3].map((value) => [String(value)]),
    };
  },
});

const ANSWERS = {
  count: (one: string) => `how many ${one} it takes`,
  list: (one: string) => `the sizes of the ${one} as a list, largest first`,
  table: (one: string) =>
    `a dictionary that says how many ${one} of each size it takes, without sizes that are not needed`,
} as const;
