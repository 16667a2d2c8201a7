import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

const RANGES = [
  { id: "meetings", many: "meetings", what: "minutes", from: "start", to: "end" },
  { id: "bookings", many: "hotel bookings", what: "nights", from: "arrival", to: "departure" },
  { id: "shifts", many: "shifts", what: "hours", from: "start", to: "end" },
  { id: "selections", many: "selections in a text", what: "characters", from: "start", to: "end" },
  { id: "lanes", many: "road works", what: "metres", from: "start", to: "end" },
  {
    id: "offers",
    many: "special offers",
    what: "days",
    from: "first day",
    to: "day after the last",
  },
  { id: "recordings", many: "recordings", what: "seconds", from: "start", to: "end" },
  { id: "leases", many: "leases of a flat", what: "months", from: "begin", to: "end" },
] as const;

export const overlapOfRanges = defineTemplate({
  id: "overlap_of_ranges",
  category: "edge_cases",
  title: "Measure how two ranges overlap",
  slots: {
    range: { kind: "word", values: RANGES },
    answer: { kind: "choice", values: ["length", "range", "yes_no", "gap"] },
    invalid: { kind: "label", values: ["None", "-1", "'invalid'"] },
    touching: { kind: "choice", values: ["end_excluded", "end_included"] },
    empty: { kind: "choice", values: ["allowed", "invalid"] },
  },
  rules: [
    {
      name: "length_of_excluded_end",
      slots: ["answer", "touching"],
      message: "only a question for yes or no makes sense with ends that belong to both ranges",
      holds: ({ answer, touching }) => answer === "yes_no" || touching === "end_excluded",
    },
    {
      name: "included_end_is_not_empty",
      slots: ["touching", "empty"],
      message: "a range with both ends included is never empty",
      holds: ({ touching, empty }) => touching === "end_excluded" || empty === "allowed",
    },
    {
      name: "none_is_the_overlap",
      slots: ["answer", "invalid"],
      message:
        "None already says that the ranges share nothing, so it cannot say that one is wrong",
      holds: ({ answer, invalid }) => answer !== "range" || invalid !== "None",
    },
  ],
  phrasings: [
    ({ range, answer, invalid, touching, empty }) =>
      `Given the ${range.from} and ${range.to} of two ${range.many}, as whole numbers of ${range.what}, ${ASKS[answer]}. ${touching === "end_included" ? "The ends belong to the ranges, so two that only touch do overlap." : "The end does not belong to the range, so two that only touch share nothing."} If one of them ends before it starts${empty === "invalid" ? " or has no length" : ""}, return ${invalid}.`,
    ({ range, answer, invalid, touching, empty }) =>
      `Two ${range.many} run from start_a to end_a and from start_b to end_b, in ${range.what}. ${ASKS[answer].charAt(0).toUpperCase()}${ASKS[answer].slice(1)}. Each range ${touching === "end_included" ? "includes both of its ends" : "includes its start but not its end"}. A range whose end is ${empty === "invalid" ? "not after its start" : "before its start"} makes the result ${invalid}.`,
  ],
  load: ({ answer }) => ({
    branches: answer === "length" || answer === "gap" ? 3 : 3,
    quirks: 0,
    edgeCases: answer === "yes_no" ? 1 : 2,
  }),
  blueprint: ({ range: { id, many, what }, answer, invalid, touching, empty }) => {
    const name = `${{ length: "overlap", range: "shared_part", yes_no: "do_overlap", gap: "gap_between" }[answer]}_of_${id}`;
    const bad = empty === "invalid" ? "<=" : "<";
    const isIn = touching === "end_included";
    const wrong = `end_a ${bad} start_a or end_b ${bad} start_b`;
    const meets = isIn ? "<=" : "<";
    const compute = (a: number, b: number, c: number, d: number) => {
      if (empty === "invalid" ? b <= a || d <= c : b < a || d < c) return invalid;
      const [from, to] = [Math.max(a, c), Math.min(b, d)];
      const shares = isIn ? from <= to : from < to;
      return {
        length: String(Math.max(to - from, 0)),
        range: shares ? `(${from}, ${to})` : "None",
        yes_no: shares ? "True" : "False",
        gap: String(Math.max(from - to, 0)),
      }[answer];
    };
    const cases: [number, number, number, number, string][] = [
      [0, 10, 5, 15, "Overlap"],
      [5, 15, 0, 10, "The other way round"],
      [0, 10, 2, 4, "One inside the other"],
      [0, 10, 0, 10, "Equal ranges"],
      [0, 5, 5, 9, "They only touch"],
      [5, 9, 0, 5, "They only touch, the other way round"],
      [0, 4, 6, 9, "Apart"],
      [0, 5, 4, 9, "Overlap of one"],
      [3, 3, 0, 9, "A range without length"],
      [9, 2, 0, 5, "First range the wrong way round"],
      [0, 5, 9, 2, "Second range the wrong way round"],
      [-8, -2, -4, 3, "Negative numbers"],
    ];
    const isInvalid = invalid === "None" ? "result is None" : `result == ${invalid}`;
    const returns = { length: "int", range: "tuple[int, int] | None", yes_no: "bool", gap: "int" }[
      answer
    ];
    const extra =
      invalid === "None"
        ? " | None"
        : invalid === "'invalid'"
          ? " | str"
          : answer === "range" || answer === "yes_no"
            ? " | int"
            : "";
    const formula = {
      length: "max(min(end_a, end_b) - max(start_a, start_b), 0)",
      gap: "max(max(start_a, start_b) - min(end_a, end_b), 0)",
      yes_no: `(max(start_a, start_b) ${meets} min(end_a, end_b))`,
      range: "",
    }[answer];
    return {
      ir: writeIr({
        summary: `Find out how two ${many} overlap.`,
        name,
        parameters: [
          ["start_a", "int", "Start of the first one."],
          ["end_a", "int", "End of the first one."],
          ["start_b", "int", "Start of the second one."],
          ["end_b", "int", "End of the second one."],
        ],
        returns: `${returns}${extra}`,
        effects: [
          `If ${wrong}, return LITERAL ${invalid}; a range without length is ${empty === "invalid" ? "refused as well" : "allowed"}.`,
          `Let start be max(start_a, start_b) and end be min(end_a, end_b); the order of the two ranges does not matter.`,
          {
            length: `If end <= start, return LITERAL 0; ranges that only touch share nothing.`,
            range: `If end <= start, return LITERAL None; ranges that only touch share nothing.`,
            yes_no: `If start ${meets} end, return LITERAL True.`,
            gap: `If start <= end, return LITERAL 0; ranges that touch or overlap have no gap.`,
          }[answer],
          {
            length: `Otherwise return end - start, in ${what}.`,
            range: "Otherwise return the tuple (start, end).",
            yes_no: `Otherwise return LITERAL False${isIn ? "" : "; ranges that only touch do not overlap"}.`,
            gap: `Otherwise return start - end, in ${what}.`,
          }[answer],
        ],
        assertions: [
          ...cases.map(([a, b, c, d, why]) =>
            assertCase({ start_a: a, end_a: b, start_b: c, end_b: d }, compute(a, b, c, d), why),
          ),
          [`not (${wrong}) or ${isInvalid}`, "Every wrong range"],
          ...(formula === ""
            ? []
            : ([[`${wrong} or result == ${formula}`, "Whole formula"]] as const)),
        ],
      }),
      implementation: pythonSource(
        `def ${name}(start_a, end_a, start_b, end_b):`,
        `    if ${wrong}:`,
        `        return ${invalid}`,
        `    start = max(start_a, start_b)`,
        `    end = min(end_a, end_b)`,
        ...{
          length: [`    if end <= start:`, `        return 0`, `    return end - start`],
          range: [`    if end <= start:`, `        return None`, `    return (start, end)`],
          yes_no: [`    return start ${meets} end`],
          gap: [`    if start <= end:`, `        return 0`, `    return start - end`],
        }[answer],
      ),
      inputs: cases.map((numbers) => numbers.slice(0, 4).map(String)),
    };
  },
});

const ASKS = {
  length: "return how long their common part is, and 0 if they have none",
  range: "return their common part as a pair of start and end, and None if they have none",
  yes_no: "return True if they overlap and False if they do not",
  gap: "return how large the gap between them is, and 0 if they touch or overlap",
} as const;
