import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

const RATIOS = [
  { id: "average_price", what: "the price for each piece", a: "total", b: "pieces" },
  { id: "speed", what: "the speed", a: "metres", b: "seconds" },
  { id: "pages_a_day", what: "the pages read for each day", a: "pages", b: "days" },
  { id: "click_rate", what: "the clicks for each visitor", a: "clicks", b: "visitors" },
  { id: "yield", what: "the yield for each tree", a: "kilograms", b: "trees" },
  { id: "fuel", what: "the fuel use for each trip", a: "litres", b: "trips" },
  { id: "share", what: "the share of each owner", a: "profit", b: "owners" },
  { id: "density", what: "the people for each square kilometre", a: "people", b: "area" },
  { id: "error_rate", what: "the errors for each request", a: "errors", b: "requests" },
] as const;
const DIVISIONS = [
  {
    id: "true",
    words: "The result is a float",
    symbol: "/",
    why: "true division, so that the result is a float even when it is whole",
  },
  {
    id: "floor",
    words: "The result is a whole number, rounded down",
    symbol: "//",
    why: "the floor division, which rounds towards minus infinity, so -1 // 2 is -1",
  },
  {
    id: "rest",
    words: "The result is the pair of the whole quotient, rounded down, and the remainder",
    symbol: "",
    why: "the remainder has the sign of the divisor",
  },
] as const;

export const divideSafely = defineTemplate({
  id: "divide_safely",
  category: "edge_cases",
  title: "Divide without failing on zero",
  slots: {
    ratio: { kind: "word", values: RATIOS },
    division: { kind: "choice", values: DIVISIONS },
    zero: { kind: "label", values: ["None", "0", "-1", "'n/a'"] },
    both: { kind: "choice", values: ["same", "own"] },
    negative: { kind: "choice", values: ["allowed", "None"] },
  },
  rules: [
    {
      name: "zero_is_a_result",
      slots: ["zero", "division"],
      message:
        "0 and -1 can be results of the division, so they do not tell a missing one, unless negative numbers are refused",
      holds: ({ zero, division }) => (zero !== "0" && zero !== "-1") || division.id === "floor",
    },
  ],
  phrasings: [
    ({ ratio, division, zero, both, negative }) =>
      `Compute ${ratio.what} from two ints, ${ratio.a} and ${ratio.b}. ${division.words}. If ${ratio.b} is 0, return ${zero}${both === "own" ? `, but return 'empty' if ${ratio.a} is 0 as well` : ""}.${negative === "None" ? " If either of them is negative, return None." : ""}`,
    ({ ratio, division, zero, both, negative }) =>
      `Divide ${ratio.a} by ${ratio.b} to get ${ratio.what}; both are whole numbers${negative === "None" ? ", and a negative one makes the result None" : " and may be negative"}. ${division.words}. ${both === "own" ? `When both are 0, the answer is 'empty'. When only ${ratio.b} is 0, it is ${zero}.` : `The function must not fail when ${ratio.b} is 0: it returns ${zero} then.`}`,
  ],
  load: ({ both, negative }) => ({
    branches: 2 + (both === "own" ? 1 : 0) + (negative === "None" ? 1 : 0),
    quirks: 1,
    edgeCases: 1,
  }),
  blueprint: ({ ratio: { id, what, a, b }, division, zero, both, negative }) => {
    const name = `compute_${id}`;
    const isOwn = both === "own";
    const isStrict = negative === "None";
    const value = { true: `${a} / ${b}`, floor: `${a} // ${b}`, rest: `divmod(${a}, ${b})` }[
      division.id
    ];
    const compute = (x: number, y: number) => {
      if (isStrict && (x < 0 || y < 0)) return "None";
      if (y === 0) return isOwn && x === 0 ? "'empty'" : zero;
      return {
        true: `${x} / ${y}`,
        floor: `${Math.floor(x / y)}`,
        rest: `(${Math.floor(x / y)}, ${x - Math.floor(x / y) * y})`,
      }[division.id];
    };
    const type = { true: "float", floor: "int", rest: "tuple[int, int]" }[division.id];
    const types = [
      type,
      ...(zero === "'n/a'" || isOwn ? ["str"] : []),
      ...(zero === "None" || isStrict ? ["None"] : []),
    ];
    const cases: [number, number, string][] = [
      [7, 2, "Not divisible"],
      [6, 3, "Divisible"],
      [0, 5, "Zero divided by something"],
      [5, 0, "Division by zero"],
      [0, 0, "Zero by zero"],
      [-7, 2, "Negative dividend"],
      [7, -2, "Negative divisor"],
      [1, 1, "Smallest divisor"],
    ];
    const isZero = zero === "None" ? "result is None" : `result == ${zero}`;
    const guard = isStrict ? `${a} < 0 or ${b} < 0 or ` : "";
    return {
      ir: writeIr({
        summary: `Compute ${what} without failing on zero.`,
        name,
        parameters: [
          [a, "int", "Dividend."],
          [b, "int", "Divisor; it may be 0."],
        ],
        returns: types.join(" | "),
        effects: [
          ...(isStrict ? [`If ${a} < 0 or ${b} < 0, return LITERAL None; this comes first.`] : []),
          ...(isOwn ? [`If ${a} == 0 and ${b} == 0, return LITERAL 'empty'.`] : []),
          `If ${b} == 0, return LITERAL ${zero}.`,
          `Otherwise return ${value}: ${division.why}.`,
        ],
        assertions: [
          ...cases.map(([x, y, why]) => assertCase({ [a]: x, [b]: y }, compute(x, y), why)),
          ...(isStrict
            ? ([[`${a} >= 0 and ${b} >= 0 or result is None`, "A negative number"]] as const)
            : []),
          [
            `${guard}${b} != 0${isOwn ? ` or ${a} == 0` : ""} or ${isZero}`,
            "Every division by zero",
          ],
          [`${guard}${b} == 0 or result == ${value}`, "Every other division"],
          ...(division.id === "true"
            ? ([
                [
                  `${guard}${b} == 0 or isinstance(result, float)`,
                  "A float, also for whole results",
                ],
              ] as const)
            : []),
        ],
      }),
      implementation: pythonSource(
        `def ${name}(${a}, ${b}):`,
        ...(isStrict ? [`    if ${a} < 0 or ${b} < 0:`, `        return None`] : []),
        ...(isOwn ? [`    if ${a} == 0 and ${b} == 0:`, `        return 'empty'`] : []),
        `    if ${b} == 0:`,
        `        return ${zero}`,
        `    return ${value}`,
      ),
      inputs: [...cases.map(([x, y]) => [String(x), String(y)]), ["-6", "-4"], ["100", "7"]],
    };
  },
});
