import { pythonLiteral } from "../../python-literal.ts";
import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { TEXT_LISTS } from "../../words/text-lists.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

const ENDS = [
  { id: "last", words: "last", slice: "[-n:]" },
  { id: "first", words: "first", slice: "[:n]" },
  { id: "without_last", words: "all but the last", slice: "[:-n]" },
  { id: "without_first", words: "all but the first", slice: "[n:]" },
] as const;

export const takeFromEnd = defineTemplate({
  id: "take_from_end",
  category: "edge_cases",
  title: "Take part of a list, with any number",
  slots: {
    texts: { kind: "word", values: TEXT_LISTS },
    end: { kind: "choice", values: ENDS },
    negative: { kind: "choice", values: ["zero", "none", "all"] },
    tooMany: { kind: "choice", values: ["as_many", "none"] },
    none: { kind: "choice", values: ["kept", "empty_for_none"] },
  },
  phrasings: [
    ({ texts, end, negative, tooMany, none }) =>
      `Return ${end.id.startsWith("without") ? `${end.words} n ${texts.many}` : `the ${end.words} n ${texts.many}`} of a list, as a new list. ${NEGATIVE[negative]} ${tooMany === "none" ? "If n is larger than the list is long, return None." : "A list that is shorter than n is no error."}${none === "empty_for_none" ? " If the list is None, return an empty list." : ""}`,
    ({ texts, end, negative, tooMany, none }) =>
      `Given a list of ${texts.many} and any int n, ${ACTIONS[end.id]}. ${NEGATIVE[negative]} If n exceeds the length, ${tooMany === "none" ? "return None" : "take what there is"}.${none === "empty_for_none" ? " None in place of the list gives an empty list." : ""}`,
  ],
  load: ({ end, negative, tooMany, none }) => ({
    branches:
      2 + (negative === "zero" ? 0 : 1) + (tooMany === "none" ? 1 : 0) + (none === "kept" ? 0 : 1),
    quirks: end.id === "last" || end.id === "without_last" ? 1 : 0,
    edgeCases: 2,
  }),
  blueprint: ({ texts: { list, many, description, samples }, end, negative, tooMany, none }) => {
    const name = `${end.id}_${list}`;
    const allowsNone = none === "empty_for_none";
    const entries = [...samples];
    const drops = end.id.startsWith("without");
    const whenNegative = { zero: drops ? "all" : "empty", none: "None", all: "all" }[negative];
    const compute = (values: readonly string[] | null, n: number) => {
      if (values === null) return "[]";
      if (n < 0)
        return { all: pythonLiteral(values), empty: "[]", None: "None" }[whenNegative] ?? "None";
      if (tooMany === "none" && n > values.length) return "None";
      const size = values.length;
      return pythonLiteral(
        {
          last: values.slice(Math.max(size - n, 0)),
          first: values.slice(0, n),
          without_last: values.slice(0, Math.max(size - n, 0)),
          without_first: values.slice(n),
        }[end.id],
      );
    };
    const cases: [readonly string[] | null, number, string][] = [
      [[], 0, "Empty list, nothing asked for"],
      [[], 1, "Empty list"],
      [entries, 0, "Zero"],
      [entries, 1, "One"],
      [entries, 2, "Two"],
      [entries, 3, "As many as there are"],
      [entries, 4, "One more than there are"],
      [entries, -1, "Negative number"],
      ...(allowsNone ? ([[null, 2, "No list"]] as [null, number, string][]) : []),
    ];
    const code = {
      last: `${list}[max(len(${list}) - n, 0):]`,
      first: `${list}[:n]`,
      without_last: `${list}[:max(len(${list}) - n, 0)]`,
      without_first: `${list}[n:]`,
    }[end.id];
    const negativeCode =
      { all: `list(${list})`, empty: "[]", None: "None" }[whenNegative] ?? "None";
    const guard = `${allowsNone ? `${list} is None or ` : ""}n < 0 or ${tooMany === "none" ? `n > len(${list}) or ` : ""}`;
    const why = {
      last: `${list}[-n:] would be the whole list for n == 0`,
      first: "a slice may go beyond the end",
      without_last: `${list}[:-n] would be empty for n == 0`,
      without_first: "a slice may start beyond the end",
    }[end.id];
    return {
      ir: writeIr({
        summary: `Return ${end.id.startsWith("without") ? `${end.words} n` : `the ${end.words} n`} ${many}.`,
        name,
        parameters: [
          [list, allowsNone ? "list[str] | None" : "list[str]", description],
          ["n", "int", "Number of entries; any int."],
        ],
        returns: whenNegative === "None" || tooMany === "none" ? "list[str] | None" : "list[str]",
        effects: [
          ...(allowsNone ? [`If ${list} is None, return LITERAL [], whatever n is.`] : []),
          `If n < 0, return ${{ all: `a copy of ${list}`, empty: "LITERAL []", None: "LITERAL None" }[whenNegative]}.`,
          ...(tooMany === "none"
            ? [`If n > len(${list}), return LITERAL None; n may equal len(${list}).`]
            : []),
          `Otherwise return ${code}; ${why}.`,
          `The result is always a new list, and ${list} is not changed.`,
        ],
        assertions: [
          ...cases.map(([values, n, reason]) =>
            assertCase({ [list]: pythonLiteral(values), n }, compute(values, n), reason),
          ),
          [
            `${guard}len(result) == ${drops ? `max(len(${list}) - n, 0)` : `min(n, len(${list}))`}`,
            "Number of entries",
          ],
          [
            `${guard}${{ last: `${list}[len(${list}) - len(result):] == result`, first: `${list}[:len(result)] == result`, without_last: `${list}[:len(result)] == result`, without_first: `${list}[len(${list}) - len(result):] == result` }[end.id]}`,
            "The right end",
          ],
          [`result is None or result is not ${list}`, "A new list"],
        ],
      }),
      implementation: pythonSource(
        `def ${name}(${list}, n):`,
        ...(allowsNone ? [`    if ${list} is None:`, `        return []`] : []),
        `    if n < 0:`,
        `        return ${negativeCode}`,
        ...(tooMany === "none" ? [`    if n > len(${list}):`, `        return None`] : []),
        `    return ${code}`,
      ),
      inputs: [
        ...cases.map(([values, n]) => [pythonLiteral(values), String(n)]),
        [pythonLiteral([...entries, entries[0] ?? ""]), "2"],
        [pythonLiteral(entries), "-7"],
      ],
    };
  },
});

const NEGATIVE = {
  zero: "A negative n counts as 0.",
  none: "For a negative n return None.",
  all: "For a negative n return the whole list.",
} as const;

const ACTIONS = {
  last: "return the n entries at the end in a new list",
  first: "return the n entries at the start in a new list",
  without_last: "drop the n entries at the end and return the rest as a new list",
  without_first: "drop the n entries at the start and return the rest as a new list",
} as const;
