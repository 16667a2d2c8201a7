import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

const RINGS = [
  {
    id: "clock",
    what: "the hour on a 12-hour clock",
    size: 12,
    first: 1,
    position: "hour",
    steps: "hours",
  },
  {
    id: "weekday",
    what: "the number of a weekday from 1 to 7",
    size: 7,
    first: 1,
    position: "weekday",
    steps: "days",
  },
  {
    id: "month",
    what: "the number of a month from 1 to 12",
    size: 12,
    first: 1,
    position: "month",
    steps: "months",
  },
  {
    id: "compass",
    what: "a compass heading from 0 to 359 degrees",
    size: 360,
    first: 0,
    position: "heading",
    steps: "degrees",
  },
  {
    id: "board",
    what: "the field of a board game with the fields 1 to 40",
    size: 40,
    first: 1,
    position: "field",
    steps: "pips",
  },
  {
    id: "dial",
    what: "the digit of a combination lock from 0 to 9",
    size: 10,
    first: 0,
    position: "digit",
    steps: "clicks",
  },
  {
    id: "track",
    what: "the sector of a race track with the sectors 1 to 3",
    size: 3,
    first: 1,
    position: "sector",
    steps: "sectors",
  },
  {
    id: "minute",
    what: "the minute of an hour from 0 to 59",
    size: 60,
    first: 0,
    position: "minute",
    steps: "minutes",
  },
  {
    id: "seat",
    what: "a seat of a round table with the seats 1 to 8",
    size: 8,
    first: 1,
    position: "seat",
    steps: "seats",
  },
  {
    id: "carousel",
    what: "the slot of a slide carousel from 0 to 79",
    size: 80,
    first: 0,
    position: "slot",
    steps: "slides",
  },
] as const;

export const walkOnRing = defineTemplate({
  id: "walk_on_ring",
  category: "mathematical",
  title: "Move along a ring of numbers",
  slots: {
    ring: { kind: "word", values: RINGS },
    direction: { kind: "choice", values: ["forward", "backward"] },
    factor: { kind: "number", values: [1, 2, 3, 5] },
    outside: { kind: "label", values: ["None", "-1"] },
    check: { kind: "choice", values: ["checked", "wrapped"] },
    laps: { kind: "choice", values: ["position", "with_laps"] },
  },
  rules: [
    {
      name: "outside_needs_check",
      slots: ["outside", "check"],
      message:
        "an answer for bad positions is needed only when positions are checked: leave it at None",
      holds: ({ outside, check }) => check === "checked" || outside === "None",
    },
  ],
  phrasings: [
    ({ ring, direction, factor, outside, check, laps }) =>
      `Return ${ring.what} that is reached from a given ${ring.position} after ${factor === 1 ? `a number of ${ring.steps}` : `a number of moves of ${factor} ${ring.steps} each`} ${direction === "forward" ? "forward" : "backward"}. The number may be negative${check === "wrapped" ? `, and so may the given ${ring.position}, which counts as going round` : ""}. ${check === "checked" ? `If the given ${ring.position} does not exist, return ${outside}.` : ""}${laps === "with_laps" ? ` Return a pair of it and the number of times that the move passes from ${ring.first + ring.size - 1} to ${ring.first}; passing the other way counts as negative.` : ""}`
        .replaceAll("  ", " ")
        .trim(),
    ({ ring, direction, factor, outside, check, laps }) =>
      `Starting at ${ring.what}, go ${direction} by ${factor === 1 ? `some ${ring.steps}` : `some moves, each of ${factor} ${ring.steps}`}, where a negative number goes the other way. After ${ring.first + ring.size - 1} comes ${ring.first} again. Return where you end${laps === "with_laps" ? ` and how many times the end was crossed, negative when it was crossed backwards, as a tuple` : ""}. ${check === "checked" ? `A start outside the range gives ${outside}.` : "A start outside the range is taken round the ring as well."}`,
  ],
  load: ({ check, laps, factor }) => ({
    branches: check === "checked" ? 2 : 1,
    quirks: 1,
    edgeCases: 1 + (laps === "with_laps" ? 2 : 0) + (factor === 1 ? 0 : 1),
  }),
  blueprint: ({
    ring: { id, what, size, first, position, steps: unit },
    direction,
    factor,
    outside,
    check,
    laps,
  }) => {
    const name = `move_on_${id}`;
    const moves = factor > 1 ? "moves" : unit === `${position}s` ? "steps" : unit;
    const last = first + size - 1;
    const sign = direction === "forward" ? "+" : "-";
    const term = factor === 1 ? moves : `${moves} * ${factor}`;
    const raw =
      first === 0 ? `${position} ${sign} ${term}` : `${position} - ${first} ${sign} ${term}`;
    const place = first === 0 ? "rest" : `rest + ${first}`;
    const isPair = laps === "with_laps";
    const isChecked = check === "checked";
    const run = (start: number, count: number) => {
      if (isChecked && (start < first || start > last)) return outside;
      const value = start - first + (direction === "forward" ? 1 : -1) * factor * count;
      const lap = Math.floor(value / size);
      const end = value - lap * size + first;
      return isPair ? `(${end}, ${lap})` : String(end);
    };
    const cases: [number, number, string][] = [
      [first, 0, "No move"],
      [last, 1, "Over the end, or away from it"],
      [first, -1, "Negative move from the start"],
      [first, 1, "One move from the start"],
      [last, -1, "Negative move from the end"],
      [first, size, "Whole rounds"],
      [first + 1, 2 * size + 1, "More than two rounds"],
      [last, -size - 1, "More than one round the other way"],
      [first - 1, 0, "Just before the range"],
      [last + 1, 0, "Just after the range"],
    ];
    const guard = isChecked ? `not ${first} <= ${position} <= ${last} or ` : "";
    const end = isPair ? "result[0]" : "result";
    return {
      ir: writeIr({
        summary: `Find ${what} after moving ${direction}.`,
        name,
        parameters: [
          [position, "int", `Start, from ${first} to ${last}.`],
          [
            moves,
            "int",
            factor === 1
              ? `Number of ${unit}; negative goes the other way.`
              : `Number of moves of ${factor} ${unit}; negative goes the other way.`,
          ],
        ],
        returns: `${isPair ? "tuple[int, int]" : "int"}${isChecked && outside === "None" ? " | None" : isChecked && isPair ? " | int" : ""}`,
        effects: [
          ...(isChecked
            ? [`If ${position} < ${first} or ${position} > ${last}, return LITERAL ${outside}.`]
            : []),
          `Let rounds and rest be divmod(${raw}, ${size}); the remainder takes the sign of the divisor, so rest is from 0 to ${size - 1} for negative numbers as well.`,
          `Return ${isPair ? `the tuple (${place}, rounds)` : place}; the place is from ${first} to ${last}${isPair ? ", and rounds is negative when the end is crossed backwards" : ""}.`,
        ],
        assertions: [
          ...cases.map(([start, count, why]) =>
            assertCase({ [position]: start, [moves]: count }, run(start, count), why),
          ),
          [`${guard}${first} <= ${end} <= ${last}`, "Range of the place"],
          [
            `${guard}(${end} - ${position} ${sign === "+" ? "-" : "+"} ${term}) % ${size} == 0`,
            "Whole formula",
          ],
          ...(isPair
            ? ([
                [
                  `${guard}result[1] * ${size} + result[0] == ${position} ${sign} ${term}`,
                  "Rounds and place belong together",
                ],
              ] as const)
            : []),
        ],
      }),
      implementation: pythonSource(
        `def ${name}(${position}, ${moves}):`,
        ...(isChecked
          ? [`    if ${position} < ${first} or ${position} > ${last}:`, `        return ${outside}`]
          : []),
        ...(isPair
          ? [`    rounds, rest = divmod(${raw}, ${size})`, `    return (${place}, rounds)`]
          : [`    rest = (${raw}) % ${size}`, `    return ${place}`]),
      ),
      inputs: [
        ...cases.map(([start, count]) => [String(start), String(count)]),
        [String(last + size), "3"],
        [String(-5 * size), "1"],
      ],
    };
  },
});
