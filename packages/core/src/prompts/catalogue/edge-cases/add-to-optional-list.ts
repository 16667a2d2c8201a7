import { pythonLiteral } from "../../python-literal.ts";
import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { withArticle } from "../../words/article.ts";
import { TEXT_LISTS } from "../../words/text-lists.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

export const addToOptionalList = defineTemplate({
  id: "add_to_optional_list",
  category: "edge_cases",
  title: "Add an entry to a list that may be left out",
  slots: {
    texts: { kind: "word", values: TEXT_LISTS },
    place: { kind: "choice", values: ["end", "start"] },
    repeated: { kind: "choice", values: ["skip", "move", "allow"] },
    blank: { kind: "choice", values: ["added", "ignored"] },
    maximum: { kind: "threshold", values: [0, 2, 3, 5, 10] },
  },
  phrasings: [
    ({ texts, place, repeated, blank, maximum }) =>
      `Add ${withArticle(texts.one)} at the ${place} of a list of ${texts.many} and return the result as a new list. The list may be left out or None, which counts as empty. ${REPEATED[repeated](place)}${blank === "ignored" ? " An empty text is not added." : ""}${maximum === 0 ? "" : ` If the result has more than ${maximum} entries, drop entries at the ${place === "end" ? "start" : "end"} until it has ${maximum}.`}`,
    ({ texts, place, repeated, blank, maximum }) =>
      `Write a function with ${withArticle(texts.one)} and an optional list of ${texts.many}, None by default. It returns a copy of the list with the new entry ${place === "end" ? "appended" : "put in front"}, and never changes the list it was given. ${REPEATED[repeated](place)}${blank === "ignored" ? " Ignore an empty text." : ""}${maximum === 0 ? "" : ` Keep at most ${maximum} entries, those nearest to the ${place}.`}`,
  ],
  load: ({ repeated, blank, maximum }) => ({
    branches:
      1 + (repeated === "allow" ? 0 : 1) + (blank === "ignored" ? 1 : 0) + (maximum === 0 ? 0 : 1),
    quirks: 2,
    edgeCases: 1,
  }),
  blueprint: ({
    texts: { list, item, many, description, samples },
    place,
    repeated,
    blank,
    maximum,
  }) => {
    const name = `add_${item}`;
    const [a, b, c] = samples;
    const isEnd = place === "end";
    const cut = (entries: string[]) =>
      maximum === 0 || entries.length <= maximum
        ? entries
        : isEnd
          ? entries.slice(entries.length - maximum)
          : entries.slice(0, maximum);
    const compute = (entry: string, entries: readonly string[] | null) => {
      const old = [...(entries ?? [])];
      if ((blank === "ignored" && entry === "") || (repeated === "skip" && old.includes(entry)))
        return pythonLiteral(cut(old));
      const rest = repeated === "move" ? old.filter((other) => other !== entry) : old;
      return pythonLiteral(cut(isEnd ? [...rest, entry] : [entry, ...rest]));
    };
    const full = Array.from({ length: maximum }, (_, index) => `${b}${index}`);
    const other = a === a.toUpperCase() ? a.toLowerCase() : a.toUpperCase();
    const cases: [string, readonly string[] | null, string][] = [
      [a, null, "List left out"],
      [a, [], "Empty list"],
      [a, [b], "New entry"],
      [a, [a, b], "Entry already there, at the start"],
      [a, [b, a], "Entry already there, at the end"],
      [a, [other], "Only the case differs"],
      ["", [b], "Empty text"],
      ["", null, "Empty text and no list"],
      ...(maximum === 0
        ? [[c, [a, b], "Two entries before"] as [string, readonly string[], string]]
        : ([
            [a, full, "List that is already full"],
            [a, full.slice(1), "Room for one more"],
          ] as [string, readonly string[], string][])),
    ];
    const skip = [
      ...(blank === "ignored" ? [`${item} == ''`] : []),
      ...(repeated === "skip" ? [`${item} in entries`] : []),
    ];
    const added = isEnd ? `entries + [${item}]` : `[${item}] + entries`;
    return {
      ir: writeIr({
        summary: `Add ${withArticle(item.replaceAll("_", " "))} to a list of ${many} that may be left out.`,
        name,
        parameters: [
          [item, "str", "Entry to add."],
          [list, "list[str] | None", `${description} None, which is the default, when left out.`],
        ],
        returns: "list[str]",
        effects: [
          `Let entries be a new list with the entries of ${list}, or LITERAL [] if ${list} is None. The default of ${list} is None and not [], because a default list would be shared between calls.`,
          ...(blank === "ignored"
            ? [`If ${item} == LITERAL '', it is not added; a text of spaces is not empty.`]
            : []),
          {
            skip: `If ${item} equals one of the entries, it is not added again; case matters.`,
            move: `If ${item} equals one of the entries, remove all of these from entries first; case matters.`,
            allow: `It does not matter whether ${item} is among the entries already; it is added again.`,
          }[repeated],
          `${skip.length === 0 ? "Add" : "Otherwise add"} ${item} at the ${place} of entries.`,
          ...(maximum === 0
            ? []
            : [
                `If len(entries) > ${maximum}, keep only the ${isEnd ? "last" : "first"} ${maximum} of them.`,
              ]),
          `Return entries; the list that was passed in is never changed.`,
        ],
        assertions: [
          ...cases.map(([entry, entries, why]) =>
            assertCase(
              { [item]: pythonLiteral(entry), [list]: pythonLiteral(entries) },
              compute(entry, entries),
              why,
            ),
          ),
          ...(maximum === 0 ? [] : ([[`len(result) <= ${maximum}`, "Never longer"]] as const)),
          ...(repeated === "allow" || blank === "ignored"
            ? []
            : ([
                [
                  `${item} in result${maximum > 0 && repeated === "skip" ? ` or ${list} is not None and len(${list}) > ${maximum}` : ""}`,
                  "The entry is there at the end",
                ],
              ] as const)),
          [`result is not ${list}`, "A new list"],
        ],
      }),
      implementation: pythonSource(
        `def ${name}(${item}, ${list}=None):`,
        `    entries = list(${list}) if ${list} is not None else []`,
        ...(repeated === "move"
          ? blank === "ignored"
            ? [
                `    if ${item} != '':`,
                `        entries = [entry for entry in entries if entry != ${item}]`,
              ]
            : [`    entries = [entry for entry in entries if entry != ${item}]`]
          : []),
        ...(skip.length === 0
          ? [`    entries = ${added}`]
          : [`    if not (${skip.join(" or ")}):`, `        entries = ${added}`]),
        maximum === 0
          ? `    return entries`
          : isEnd
            ? `    return entries[-${maximum}:]`
            : `    return entries[:${maximum}]`,
      ),
      inputs: cases.map(([entry, entries]) => [pythonLiteral(entry), pythonLiteral(entries)]),
    };
  },
});

const REPEATED = {
  skip: () => "Nothing is added if it is already in the list.",
  move: (place: string) =>
    `If it is already in the list, it moves to the ${place} instead of being there twice.`,
  allow: () => "It is added even if it is already in the list.",
} as const;
