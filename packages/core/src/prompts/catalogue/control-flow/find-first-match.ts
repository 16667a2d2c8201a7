import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { COMPARISONS } from "../../words/comparisons.ts";
import { NUMBER_SERIES } from "../../words/number-series.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

const ANSWERS = [
  { id: "index", asked: "the index of", none: "-1", hint: "int", noneWords: "-1" },
  { id: "number", asked: "", none: "None", hint: "int | None", noneWords: "None" },
  {
    id: "position",
    asked: "the position, counted from 1, of",
    none: "0",
    hint: "int",
    noneWords: "0",
  },
] as const;

export const findFirstMatch = defineTemplate({
  id: "find_first_match",
  category: "control_flow",
  title: "Find the first number on one side of a limit",
  slots: {
    series: { kind: "word", values: NUMBER_SERIES },
    comparison: { kind: "choice", values: COMPARISONS },
    limit: { kind: "threshold", values: [8, 12, 18, 25, 40, 65, 100, 150, 500] },
    answer: { kind: "choice", values: ANSWERS },
  },
  phrasings: [
    ({ series, comparison, limit, answer }) =>
      `Go through the ${series.many} in order and return ${answer.asked === "" ? "" : `${answer.asked} `}the first one that is ${comparison.words} ${limit}. Return ${answer.noneWords} if there is none.`,
    ({ series, comparison, limit, answer }) =>
      `Find the first ${series.one} in a list that is ${comparison.words} ${limit}, and return ${answer.id === "number" ? "it" : answer.id === "index" ? "its index" : "its position, counted from 1"}. If the list has no such ${series.one}, return ${answer.noneWords}.`,
    ({ series, comparison, limit, answer }) =>
      `Given a list of ${series.many}, stop at the first that is ${comparison.words} ${limit} and return ${answer.id === "number" ? "its value" : answer.id === "index" ? "its index" : "its position counted from 1"}; ${answer.noneWords} means that nothing was found.`,
  ],
  load: ({ answer }) => ({ branches: 3, quirks: 0, edgeCases: answer.id === "position" ? 2 : 1 }),
  blueprint: ({ series, comparison, limit, answer }) => {
    const { list, item } = series;
    const name = `first_${item}_${comparison.suffix}`;
    const found = { index: "index", number: item, position: "index + 1" }[answer.id];
    const hit = limit + comparison.pass;
    const miss = limit + comparison.fail;
    const test = `${comparison.symbol} ${limit}`;
    const isNone = answer.none === "None" ? "result is None" : `result == ${answer.none}`;
    const isFound = answer.none === "None" ? "result is not None" : `result != ${answer.none}`;
    const at1 = { index: "1", number: String(hit), position: "2" }[answer.id];
    const at0 = { index: "0", number: String(hit), position: "1" }[answer.id];
    const points = {
      index: `${list}[result] ${test}`,
      number: `result ${test}`,
      position: `${list}[result - 1] ${test}`,
    }[answer.id];
    return {
      ir: writeIr({
        summary: `Find the first ${series.one} that is ${comparison.words} ${limit}.`,
        name,
        parameters: [[list, "list[int]", series.description]],
        returns: answer.hint,
        effects: [
          `Go through ${list} from index 0 on.`,
          `At the first ${item} ${test} return ${{ index: "its index", number: `that ${item}`, position: "its index + 1" }[answer.id]} immediately; later ones are not looked at. A ${item} of exactly ${limit} ${comparison.atLimit === "passes" ? "counts" : "does not count"}.`.replace(
            "A order",
            "An order",
          ),
          `If the loop ends without a match, or ${list} is empty, return LITERAL ${answer.none}.`,
        ],
        assertions: [
          [`len(${list}) > 0 or ${isNone}`, "Empty list"],
          assertCase({ [list]: `[${hit}]` }, at0, "Single element, just inside"),
          assertCase({ [list]: `[${miss}]` }, answer.none, "Single element, just outside"),
          assertCase({ [list]: `[${miss}, ${hit}, ${hit}]` }, at1, "The first of two matches"),
          [`${isNone} or ${points}`, "What was found is a match"],
          [
            `${isFound} or not any(value ${test} for value in ${list})`,
            "Not found means that there is none",
          ],
          ...(answer.id === "number"
            ? ([
                [
                  `${isNone} or result == [value for value in ${list} if value ${test}][0]`,
                  "It is the first match",
                ],
              ] as const)
            : ([
                [
                  `${isNone} or not any(value ${test} for value in ${list}[:${answer.id === "index" ? "result" : "result - 1"}])`,
                  "It is the first match",
                ],
              ] as const)),
        ],
        constraints: [
          {
            type: "loop_constraint",
            search_type: "FIRST_MATCH",
            requirement: "EARLY_RETURN",
            loop_variable: item,
          },
        ],
      }),
      implementation: pythonSource(
        `def ${name}(${list}):`,
        answer.id === "number"
          ? `    for ${item} in ${list}:`
          : `    for index, ${item} in enumerate(${list}):`,
        `        if ${item} ${test}:`,
        `            return ${found}`,
        `    return ${answer.none}`,
      ),
      inputs: [
        `[]`,
        `[${hit}]`,
        `[${miss}]`,
        `[${miss}, ${hit}, ${hit}]`,
        `[${miss}, ${miss}]`,
        `[0, -5, 7, 1000, -1000]`,
        `[${limit}, ${limit + 1}, ${limit - 1}]`,
      ].map((value) => [value]),
    };
  },
});
