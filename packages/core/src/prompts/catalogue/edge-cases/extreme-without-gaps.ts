import { pythonLiteral } from "../../python-literal.ts";
import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { NUMBER_SERIES } from "../../words/number-series.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

const ENDS = [
  { id: "smallest", python: "min", words: "smallest" },
  { id: "largest", python: "max", words: "largest" },
  { id: "first", python: "", words: "first" },
  { id: "last", python: "", words: "last" },
] as const;

export const extremeWithoutGaps = defineTemplate({
  id: "extreme_without_gaps",
  category: "edge_cases",
  title: "Find one number of a list that has gaps",
  slots: {
    series: { kind: "word", values: NUMBER_SERIES },
    end: { kind: "choice", values: ENDS },
    mark: { kind: "label", values: ["None", "-1", "0", "-999"] },
    fallback: { kind: "label", values: ["None", "'no data'", "-1", "'empty'"] },
    extra: { kind: "choice", values: ["plain", "positive"] },
  },
  rules: [
    {
      name: "fallback_is_no_number",
      slots: ["fallback", "mark", "extra"],
      message: "-1 can be a result unless it marks a gap or only positive numbers count",
      holds: ({ fallback, mark, extra }) =>
        fallback !== "-1" || mark === "-1" || extra === "positive",
    },
    {
      name: "gap_among_positive",
      slots: ["mark", "extra"],
      message: "when only positive numbers count, a negative mark or 0 is left out anyway",
      holds: ({ mark, extra }) => extra === "plain" || mark === "None",
    },
  ],
  phrasings: [
    ({ series, end, mark, fallback, extra }) =>
      `Return the ${end.words} of the ${series.many} in a list in which ${mark} stands for a missing entry.${extra === "positive" ? " Numbers of 0 or less do not count either." : ""} If no entry counts, return ${fallback}.`,
    ({ series, end, mark, fallback, extra }) =>
      `A list of ${series.many} has gaps, written as ${mark}. Find the ${end.words} ${extra === "positive" ? "positive entry" : "entry"} that is not a gap; when there is none, for example because the list is empty, the result is ${fallback}.`,
  ],
  load: ({ mark, extra }) => ({
    branches: 2,
    quirks: mark === "None" ? 1 : 0,
    edgeCases: 2 + (extra === "positive" ? 1 : 0),
  }),
  blueprint: ({ series: { list, many, description }, end, mark, fallback, extra }) => {
    const name = `${end.id}_of_${list}`;
    const isPositive = extra === "positive";
    const keep =
      mark === "None"
        ? `entry is not None${isPositive ? " and entry > 0" : ""}`
        : `entry != ${mark}`;
    const gap = mark === "None" ? null : Number(mark);
    const compute = (entries: readonly (number | null)[]) => {
      const kept = entries.filter(
        (entry): entry is number => entry !== gap && entry !== null && (!isPositive || entry > 0),
      );
      if (kept.length === 0) return fallback;
      return String(
        {
          smallest: Math.min(...kept),
          largest: Math.max(...kept),
          first: kept[0],
          last: kept.at(-1),
        }[end.id],
      );
    };
    const cases: [(number | null)[], string][] = [
      [[], "Empty list"],
      [[gap], "Nothing but a gap"],
      [[gap, gap], "Nothing but gaps"],
      [[5], "Single number"],
      [[gap, 4, 9, gap], "Gaps at both ends"],
      [[7, gap, 3], "A gap inside"],
      [[-5, 2, -8], "Negative numbers"],
      [[2, 2], "Equal numbers"],
      ...(mark === "0"
        ? []
        : ([
            [[0, 6], "Zero is a number"],
            [[6, 0], "Zero at the end"],
          ] as [(number | null)[], string][])),
    ];
    const kept = `[entry for entry in ${list} if ${keep}]`;
    const pick = {
      smallest: `min(${kept})`,
      largest: `max(${kept})`,
      first: `${kept}[0]`,
      last: `${kept}[-1]`,
    }[end.id];
    const result = {
      smallest: "min(kept)",
      largest: "max(kept)",
      first: "kept[0]",
      last: "kept[-1]",
    }[end.id];
    const isNone = fallback === "None" ? "result is None" : `result == ${fallback}`;
    return {
      ir: writeIr({
        summary: `Find the ${end.words} of the ${many} in a list with gaps.`,
        name,
        parameters: [
          [
            list,
            mark === "None" ? "list[int | None]" : "list[int]",
            `${description} ${mark} marks a gap.`,
          ],
        ],
        returns: `int${fallback === "None" ? " | None" : fallback.startsWith("'") ? " | str" : ""}`,
        effects: [
          `Let kept be a new list with every entry of ${list} for which ${keep}, in order${mark === "0" ? "" : isPositive ? "; 0 and negative numbers are left out" : "; 0 is a number and no gap"}${mark === "None" ? ", and None must be left out before anything is compared with it" : ""}.`,
          `If kept is empty, which it is for an empty list too, return LITERAL ${fallback}; min and max would raise an error.`.replace(
            "min and max would raise an error",
            end.python === ""
              ? "an index would raise an error"
              : `${end.python} would raise an error`,
          ),
          `Otherwise return ${result}; ${list} itself is not changed.`,
        ],
        assertions: [
          ...cases.map(([entries, why]) =>
            assertCase({ [list]: pythonLiteral(entries) }, compute(entries), why),
          ),
          [`${kept} or ${isNone}`, "Nothing that counts"],
          [`not ${kept} or result == ${kept === "" ? "" : pick}`, "Everything else"],
        ],
      }),
      implementation: pythonSource(
        `def ${name}(${list}):`,
        `    kept = ${kept}`,
        `    if not kept:`,
        `        return ${fallback}`,
        `    return ${result}`,
      ),
      inputs: cases.map(([entries]) => [pythonLiteral(entries)]),
    };
  },
});
