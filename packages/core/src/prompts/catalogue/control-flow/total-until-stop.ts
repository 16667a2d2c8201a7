import { pythonLiteral } from "../../python-literal.ts";
import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { NUMBER_SERIES } from "../../words/number-series.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

const STOPS = [
  { id: "negative", words: "the first negative number", test: "< 0", hit: -1, miss: 0, pass: 5 },
  { id: "zero", words: "the first 0", test: "== 0", hit: 0, miss: 1, pass: 5 },
  {
    id: "over_100",
    words: "the first number above 100",
    test: "> 100",
    hit: 101,
    miss: 100,
    pass: 60,
  },
  { id: "over_20", words: "the first number above 20", test: "> 20", hit: 21, miss: 20, pass: 12 },
  { id: "under_10", words: "the first number below 10", test: "< 10", hit: 9, miss: 10, pass: 30 },
  { id: "minus_one", words: "the first -1", test: "== -1", hit: -1, miss: -2, pass: 5 },
] as const;
const RESULTS = [
  { id: "sum", words: "Add up", noun: "the sum", empty: "0", python: "sum" },
  { id: "count", words: "Count", noun: "how many there are", empty: "0", python: "len" },
  {
    id: "largest",
    words: "Find the largest of",
    noun: "the largest of them",
    empty: "None",
    python: "max",
  },
  { id: "collect", words: "Collect", noun: "them as a new list", empty: "[]", python: "list" },
] as const;

export const totalUntilStop = defineTemplate({
  id: "total_until_stop",
  category: "control_flow",
  title: "Work on a list up to a stop mark",
  slots: {
    series: { kind: "word", values: NUMBER_SERIES },
    stop: { kind: "choice", values: STOPS },
    result: { kind: "choice", values: RESULTS },
    ends: { kind: "choice", values: ["excluded", "included"] },
  },
  phrasings: [
    ({ series, stop, result, ends }) =>
      `${result.words} the ${series.many} that come before ${stop.words} in a list${ends === "included" ? `, and include that one` : ""}. Everything after it is ignored; if it never comes, the whole list counts.${result.id === "largest" ? " Return None if nothing is left." : ""}`,
    ({ series, stop, result, ends }) =>
      `Read ${series.many} from a list until ${stop.words}, which ${ends === "included" ? "still counts" : "does not count any more"}, or until the end of the list. Return ${result.noun}${result.id === "largest" ? ", or None if there are none" : ""}.`,
  ],
  load: ({ result, ends }) => ({
    branches: 3,
    quirks: result.id === "collect" ? 1 : 0,
    edgeCases: (result.id === "largest" ? 2 : 1) + (ends === "included" ? 1 : 0),
  }),
  blueprint: ({ series, stop, result, ends }) => {
    const { list, item } = series;
    const isIn = ends === "included";
    const name = `${result.id}_${list}_until_stop`;
    const given = [stop.pass, stop.miss, stop.hit, 50];
    const kept = given.slice(0, isIn ? 3 : 2);
    const answers = {
      sum: String(kept.reduce((total, value) => total + value, 0)),
      count: String(kept.length),
      largest: String(Math.max(...kept)),
      collect: pythonLiteral(kept),
    };
    const only = {
      sum: String(stop.hit),
      count: "1",
      largest: String(stop.hit),
      collect: `[${stop.hit}]`,
    }[result.id];
    const missOnly = {
      sum: String(stop.miss),
      count: "1",
      largest: String(stop.miss),
      collect: `[${stop.miss}]`,
    }[result.id];
    const final = {
      sum: "sum(kept)",
      count: "len(kept)",
      largest: "max(kept) if kept else None",
      collect: "kept",
    }[result.id];
    const whole = {
      sum: `sum(${list})`,
      count: `len(${list})`,
      largest: `max(${list}, default=None)`,
      collect: list,
    }[result.id];
    return {
      ir: writeIr({
        summary: `${result.words} the ${series.many} up to ${stop.words}.`,
        name,
        parameters: [[list, "list[int]", series.description]],
        returns: { sum: "int", count: "int", largest: "int | None", collect: "list[int]" }[
          result.id
        ],
        effects: [
          `Start with an empty list kept and go through ${list} in order.`,
          isIn
            ? `Append each ${item} to kept; after the first ${item} ${stop.test} has been appended, stop, so it is included.`
            : `Stop at the first ${item} ${stop.test} without appending it; append every ${item} before it to kept.`,
          result.id === "largest"
            ? `If kept is empty, which it is for an empty list, return LITERAL None.`
            : `If kept is empty, which it is for an empty list, return LITERAL ${result.empty}.`,
          `Otherwise return ${{ sum: "the sum of kept", count: "len(kept)", largest: "max(kept)", collect: `kept, which is a new list; ${list} itself is not changed` }[result.id]}; if no ${item} stops the loop, this covers all of ${list}.`,
        ],
        assertions: [
          assertCase({ [list]: "[]" }, result.empty, "Empty list"),
          assertCase(
            { [list]: `[${stop.hit}]` },
            isIn ? only : result.empty,
            "Nothing but the stop mark",
          ),
          assertCase({ [list]: `[${stop.miss}]` }, missOnly, "Single number that does not stop"),
          assertCase(
            { [list]: pythonLiteral(given) },
            answers[result.id],
            "Stop mark inside, numbers after it ignored",
          ),
          [`any(value ${stop.test} for value in ${list}) or result == ${whole}`, "No stop mark"],
          ...(result.id === "collect"
            ? ([
                [
                  `result == ${list}[:len(result)] and not any(value ${stop.test} for value in result[:${isIn ? "-1" : "len(result)"}])`,
                  "The numbers from the start, without a stop mark",
                ],
                [`result is not ${list}`, "A new list"],
              ] as const)
            : []),
          ...(result.id === "count"
            ? ([[`0 <= result <= len(${list})`, "Between none and all"]] as const)
            : []),
        ],
        constraints: [
          {
            type: "loop_constraint",
            search_type: "ALL_MATCHES",
            requirement: "ACCUMULATE",
            loop_variable: item,
          },
        ],
      }),
      implementation: pythonSource(
        `def ${name}(${list}):`,
        `    kept = []`,
        `    for ${item} in ${list}:`,
        ...(isIn
          ? [
              `        kept.append(${item})`,
              `        if ${item} ${stop.test}:`,
              `            break`,
            ]
          : [
              `        if ${item} ${stop.test}:`,
              `            break`,
              `        kept.append(${item})`,
            ]),
        `    return ${final}`,
      ),
      inputs: [
        [],
        [stop.hit],
        [stop.miss],
        given,
        [stop.miss, stop.miss + 1],
        [stop.hit, stop.hit],
        [30, 15, 0, 7, -1, 200, 3],
        [150, 2, -1, -2, 0],
      ].map((value) => [pythonLiteral(value)]),
    };
  },
});
