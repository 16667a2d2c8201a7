import { pythonLiteral } from "../../python-literal.ts";
import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { TEXT_LISTS } from "../../words/text-lists.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

const RESTS = [
  { id: "short", words: "The last group may be shorter.", effect: "the last one may be shorter" },
  {
    id: "drop",
    words: "Leave out a last group that is not full.",
    effect: "a last group with fewer entries is left out",
  },
  {
    id: "fill",
    words: "Fill up the last group with the word FILL.",
    effect: "a last group with fewer entries is filled up with LITERAL FILL",
  },
] as const;
const GROUPS = [
  { id: "groups", many: "groups", of: "groups of" },
  { id: "pages", many: "pages", of: "pages of" },
  { id: "batches", many: "batches", of: "batches of" },
  { id: "rows", many: "rows", of: "rows of" },
] as const;

export const splitIntoGroups = defineTemplate({
  id: "split_into_groups",
  category: "list_operations",
  title: "Split a list into groups of one size",
  slots: {
    texts: { kind: "word", values: TEXT_LISTS },
    group: { kind: "word", values: GROUPS },
    size: { kind: "number", values: [2, 3, 4, 5, 6, 8, 10, 12] },
    rest: { kind: "choice", values: RESTS },
    filler: { kind: "label", values: ["none", "-", "empty"] },
  },
  rules: [
    {
      name: "filler_only_when_filled",
      slots: ["rest", "filler"],
      message: "a filler other than 'none' needs a last group that is filled up",
      holds: ({ rest, filler }) => rest.id === "fill" || filler === "none",
    },
  ],
  phrasings: [
    ({ texts, group, size, rest, filler }) =>
      `Split a list of ${texts.many} into ${group.of} ${size}, in order. ${say(rest.words, group.id, filler)} An empty list gives an empty list.`,
    ({ texts, group, size, rest, filler }) =>
      `We need ${texts.many} in ${group.of} ${size}. Return a list of lists that keeps the order. ${say(rest.words, group.id, filler)} Without any ${texts.many} the result is an empty list.`,
  ],
  load: ({ rest }) => ({
    branches: rest.id === "short" ? 2 : 3,
    quirks: rest.id === "short" ? 0 : 1,
    edgeCases: 2,
  }),
  blueprint: ({ texts: { list, many, description, samples }, group, size, rest, filler }) => {
    const name = `split_${list}_into_${group.id}`;
    const fill = pythonLiteral(filler);
    const cycle = (count: number) =>
      Array.from({ length: count }, (_, index) => samples[index % 3] ?? "");
    const one = cycle(1);
    const over = cycle(size + 1);
    const last = {
      short: [over.slice(size)],
      drop: [],
      fill: [[...over.slice(size), ...Array.from({ length: size - 1 }, () => filler)]],
    }[rest.id];
    const single = {
      short: [one],
      drop: [],
      fill: [[...one, ...Array.from({ length: size - 1 }, () => filler)]],
    }[rest.id];
    const effect = rest.effect.replace("FILL", fill);
    const count =
      rest.id === "drop" ? `len(${list}) // ${size}` : `(len(${list}) + ${size - 1}) // ${size}`;
    return {
      ir: writeIr({
        summary: `Split ${many} into ${group.many} of ${size}.`,
        name,
        parameters: [[list, "list[str]", description]],
        returns: "list[list[str]]",
        effects: [
          `Cut ${list} into slices of ${size} entries, in order, from index 0 on; ${effect}.`,
          ...(rest.id === "fill"
            ? [`Fill up a new list and not one that the caller passed in.`]
            : []),
          `Return the slices as a new list of new lists; ${list} itself is not changed.`,
          `If ${list} is empty, return LITERAL [].`,
        ],
        assertions: [
          assertCase({ [list]: "[]" }, "[]", "Empty list"),
          assertCase({ [list]: pythonLiteral(one) }, pythonLiteral(single), "Single element"),
          assertCase(
            { [list]: pythonLiteral(cycle(size)) },
            pythonLiteral([cycle(size)]),
            "Exactly one full group",
          ),
          assertCase(
            { [list]: pythonLiteral(over) },
            pythonLiteral([cycle(size), ...last]),
            "One entry too many",
          ),
          [`len(result) == ${count}`, "Number of groups"],
          [
            rest.id === "short"
              ? `all(len(part) == ${size} for part in result[:-1])`
              : `all(len(part) == ${size} for part in result)`,
            "Size of the groups",
          ],
          [
            `[entry for part in result for entry in part][:len(${list})] == ${rest.id === "drop" ? `${list}[:len(result) * ${size}]` : list}`,
            "No entry is lost or moved",
          ],
        ],
      }),
      implementation: pythonSource(
        `def ${name}(${list}):`,
        `    parts = []`,
        `    for start in range(0, len(${list}), ${size}):`,
        `        part = ${list}[start:start + ${size}]`,
        ...(rest.id === "drop" ? [`        if len(part) < ${size}:`, `            continue`] : []),
        ...(rest.id === "fill" ? [`        part = part + [${fill}] * (${size} - len(part))`] : []),
        `        parts.append(part)`,
        `    return parts`,
      ),
      inputs: [
        [],
        one,
        cycle(size - 1),
        cycle(size),
        over,
        cycle(2 * size),
        cycle(2 * size + 1),
      ].map((value) => [pythonLiteral(value)]),
    };
  },
});

function say(rest: string, group: string, filler: string): string {
  const one = { groups: "group", pages: "page", batches: "batch", rows: "row" }[group] ?? "group";
  return rest.replace("group", one).replace("the word FILL", `'${filler}'`);
}
