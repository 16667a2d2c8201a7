import { pythonLiteral } from "../../python-literal.ts";
import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { COMPARISONS } from "../../words/comparisons.ts";
import { NUMBER_SERIES } from "../../words/number-series.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

export const keepInRange = defineTemplate({
  id: "keep_in_range",
  category: "list_operations",
  title: "Keep the numbers on one side of a limit",
  slots: {
    series: { kind: "word", values: NUMBER_SERIES },
    comparison: { kind: "choice", values: COMPARISONS },
    limit: { kind: "threshold", values: [0, 7, 15, 21, 33, 48, 70, 120, 250, 1000] },
    order: { kind: "choice", values: ["same", "ascending", "descending"] },
  },
  phrasings: [
    ({ series, comparison, limit, order }) =>
      `Return a new list with only those ${series.many} that are ${comparison.words} ${limit}, ${ORDERS[order].words}.`,
    ({ series, comparison, limit, order }) =>
      `From a list of ${series.many}, drop every entry that is not ${comparison.words} ${limit} and return the rest ${ORDERS[order].words}. The list that is passed in must stay as it is.`,
    ({ series, comparison, limit, order }) =>
      `Filter ${series.many}: whatever is ${comparison.words} ${limit} stays, duplicates included, everything else goes. The result is a new list, ${ORDERS[order].words}.`,
  ],
  load: ({ order }) => ({ branches: order === "same" ? 2 : 3, quirks: 1, edgeCases: 0 }),
  blueprint: ({
    series: { list, item, many, description },
    comparison: { symbol, words, suffix, pass, fail, atLimit },
    limit,
    order,
  }) => {
    const name = `${list}_${suffix}`;
    const [hit, miss] = [limit + pass, limit + fail];
    const far = hit + (symbol.startsWith(">") ? 9 : -9);
    const sort = { same: "", ascending: "ascending", descending: "descending" }[order];
    const mixed = [far, miss, hit, far];
    const kept = [far, hit, far];
    const sorted =
      order === "same" ? kept : kept.toSorted((a, b) => (order === "ascending" ? a - b : b - a));
    const expected = `[value for value in ${list} if value ${symbol} ${limit}]`;
    return {
      ir: writeIr({
        summary: `Keep the ${many} that are ${words} ${limit}.`,
        name,
        parameters: [[list, "list[int]", description]],
        returns: "list[int]",
        effects: [
          `Let kept be a new list with every ${item} of ${list} for which ${item} ${symbol} ${limit}, in order; exactly ${limit} ${atLimit}, and duplicates all stay.`,
          ...(sort === ""
            ? [`Return kept; ${list} itself is not changed.`]
            : [
                `Return kept in ${sort} order; use sorted or sort only kept, so that ${list} itself is not changed.`,
              ]),
          `If nothing is kept, or ${list} is empty, return LITERAL [].`,
        ],
        assertions: [
          assertCase({ [list]: "[]" }, "[]", "Empty list"),
          assertCase({ [list]: `[${hit}]` }, `[${hit}]`, "Single element, just inside"),
          assertCase({ [list]: `[${miss}]` }, "[]", "Single element, just outside"),
          assertCase(
            { [list]: pythonLiteral(mixed) },
            pythonLiteral(sorted),
            "Duplicates and order",
          ),
          [`all(value ${symbol} ${limit} for value in result)`, "Nothing else is kept"],
          [
            `result == ${order === "same" ? expected : `sorted(${expected.slice(1, -1)}${order === "descending" ? ", reverse=True" : ""})`.replace("(value for", "([value for").replace(/(if value \S+ \d+)/, "$1]")}`,
            "Every match, in order",
          ],
          [`result is not ${list}`, "A new list"],
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
        `    kept = [${item} for ${item} in ${list} if ${item} ${symbol} ${limit}]`,
        order === "same"
          ? `    return kept`
          : `    return sorted(kept${order === "descending" ? ", reverse=True" : ""})`,
      ),
      inputs: [[], [hit], [miss], mixed, [limit - 1, limit, limit + 1], [0, -7, 2000, 5, 2000]].map(
        (value) => [pythonLiteral(value)],
      ),
    };
  },
});

const ORDERS = {
  same: { words: "in their original order" },
  ascending: { words: "sorted from smallest to largest" },
  descending: { words: "sorted from largest to smallest" },
} as const;
