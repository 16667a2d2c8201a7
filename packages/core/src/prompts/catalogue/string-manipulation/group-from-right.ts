import { pythonLiteral } from "../../python-literal.ts";
import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { withArticle } from "../../words/article.ts";
import { TEXTS } from "../../words/texts.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

export const groupFromRight = defineTemplate({
  id: "group_from_right",
  category: "string_manipulation",
  title: "Put a separator between groups of characters",
  slots: {
    subject: { kind: "word", values: TEXTS },
    size: { kind: "number", values: [2, 3, 4, 5] },
    separator: { kind: "label", values: [" ", "-", ".", ":", "_", "/"] },
    from: { kind: "choice", values: ["left", "right"] },
    blanks: { kind: "choice", values: ["as_is", "removed"] },
  },
  rules: [
    {
      name: "one_piece",
      slots: ["subject"],
      message: "nobody reads a text of several words in groups of characters",
      holds: ({ subject }) => !subject.hasWords,
    },
  ],
  phrasings: [
    ({ subject, size, separator, from, blanks }) =>
      `Write ${withArticle(subject.one)} in groups of ${size} characters with '${separator}' between them, counted from the ${from}.${blanks === "removed" ? " Spaces are removed first." : ""} Only the ${from === "left" ? "last" : "first"} group may be shorter.`,
    ({ subject, size, separator, from, blanks }) =>
      `Make ${withArticle(subject.one)} easier to read: ${blanks === "removed" ? "drop its spaces, then insert" : "insert"} '${separator}' after every ${size} characters, starting at the ${from === "left" ? "beginning" : "end and going towards the beginning"}. There is no separator at either end of the result.`,
  ],
  load: ({ from, blanks }) => ({
    branches: 2,
    quirks: from === "right" ? 1 : 0,
    edgeCases: blanks === "removed" ? 2 : 1,
  }),
  blueprint: ({ subject: { name: x, one, description }, size, separator, from, blanks }) => {
    const name = `group_${x}`;
    const text = blanks === "removed" ? "compact" : x;
    const group = (value: string) => {
      const rest = blanks === "removed" ? value.replaceAll(" ", "") : value;
      const head = from === "right" ? rest.length % size : 0;
      const parts = head > 0 ? [rest.slice(0, head)] : [];
      for (let index = head; index < rest.length; index += size)
        parts.push(rest.slice(index, index + size));
      return pythonLiteral(parts.join(separator));
    };
    const letters = "abcdefghijklmnopqrstuvwxyz";
    const cases: [string, string][] = [
      ["", "Empty text"],
      ["a", "Single character"],
      [letters.slice(0, size), "Exactly one group"],
      [letters.slice(0, size + 1), "One character more"],
      [letters.slice(0, 2 * size), "Two full groups"],
      [letters.slice(0, 3 * size - 1), "A group that is not full"],
      ["a b  c d e f", "Spaces"],
    ];
    const plain = blanks === "removed" ? `${x}.replace(' ', '')` : x;
    const start = from === "right" ? `len(${text}) % ${size}` : "0";
    return {
      ir: writeIr({
        summary: `Write ${withArticle(one)} in groups of ${size}.`,
        name,
        parameters: [[x, "str", description]],
        returns: "str",
        effects: [
          ...(blanks === "removed"
            ? [`Let compact be ${x} without any space character; other white space stays.`]
            : []),
          from === "right"
            ? `Let head be len(${text}) % ${size}; if head > 0, the first group has head characters, and all others have ${size}.`
            : `Cut ${text} into groups of ${size} characters from index 0 on; the last group may be shorter.`,
          `Return the groups joined with LITERAL ${pythonLiteral(separator)}, so there is none at either end; with ${size} characters or fewer there is a single group, and an empty text gives LITERAL ''.`,
        ],
        assertions: [
          ...cases.map(([value, why]) =>
            assertCase({ [x]: pythonLiteral(value) }, group(value), why),
          ),
          [
            `len(${plain}) == 0 or len(result) == len(${plain}) + (len(${plain}) - 1) // ${size}${separator.length > 1 ? ` * ${separator.length}` : ""}`,
            "Length of the result",
          ],
          from === "left"
            ? [`result[:${size}] == ${plain}[:${size}]`, "First group"]
            : [`result.endswith(${plain}[-${size}:])`, "Last group"],
        ],
      }),
      implementation: pythonSource(
        `def ${name}(${x}):`,
        ...(blanks === "removed" ? [`    compact = ${x}.replace(' ', '')`] : []),
        `    head = ${start}`,
        `    groups = [${text}[:head]] if head > 0 else []`,
        `    for index in range(head, len(${text}), ${size}):`,
        `        groups.append(${text}[index:index + ${size}])`,
        `    return ${pythonLiteral(separator)}.join(groups)`,
      ),
      inputs: [...cases.map(([value]) => value), letters, "\u00e9\u4e2d1"].map((value) => [
        pythonLiteral(value),
      ]),
    };
  },
});
