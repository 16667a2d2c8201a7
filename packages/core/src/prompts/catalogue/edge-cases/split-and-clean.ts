import { pythonLiteral } from "../../python-literal.ts";
import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

const LISTS = [
  { id: "tags", many: "tags", one: "tag", x: "text", sample: ["new", "sale"] },
  {
    id: "recipients",
    many: "recipients of an e-mail",
    one: "recipient",
    x: "recipients",
    sample: ["ada", "alan"],
  },
  {
    id: "keywords",
    many: "keywords of an article",
    one: "keyword",
    x: "keywords",
    sample: ["tea", "milk"],
  },
  {
    id: "extensions",
    many: "file extensions",
    one: "extension",
    x: "extensions",
    sample: ["txt", "csv"],
  },
  { id: "roles", many: "roles of a user", one: "role", x: "roles", sample: ["admin", "guest"] },
  {
    id: "skills",
    many: "skills of an applicant",
    one: "skill",
    x: "skills",
    sample: ["welding", "sewing"],
  },
  { id: "hosts", many: "hosts that may connect", one: "host", x: "hosts", sample: ["web1", "db1"] },
  {
    id: "toppings",
    many: "toppings of a pizza",
    one: "topping",
    x: "toppings",
    sample: ["ham", "olives"],
  },
] as const;

export const splitAndClean = defineTemplate({
  id: "split_and_clean",
  category: "edge_cases",
  title: "Split a list that somebody typed",
  slots: {
    list: { kind: "word", values: LISTS },
    separator: { kind: "label", values: [",", ";", "|", "/", "+"] },
    nothing: { kind: "choice", values: ["empty", "None"] },
    noneInput: { kind: "choice", values: ["text_only", "none_allowed"] },
    repeats: { kind: "choice", values: ["kept", "once"] },
    maximum: { kind: "threshold", values: [0, 3, 5, 10] },
  },
  phrasings: [
    ({ list, separator, nothing, noneInput, repeats, maximum }) =>
      `Split a text with the ${list.many} at each '${separator}'. Remove white space around every part and leave out parts that are empty then.${repeats === "once" ? ` Keep each ${list.one} only at its first place.` : ""}${maximum === 0 ? "" : ` Return at most the first ${maximum}.`} If nothing is left, return ${nothing === "None" ? "None" : "an empty list"}.${noneInput === "none_allowed" ? " None is treated like an empty text." : ""}`,
    ({ list, separator, nothing, noneInput, repeats, maximum }) =>
      `Somebody types the ${list.many} into one field, separated by '${separator}'${noneInput === "none_allowed" ? "; the field may be None" : ""}. Return them as a list of stripped texts without empty ones${repeats === "once" ? " and without repetitions" : ""}${maximum === 0 ? "" : `, cut after ${maximum} entries`}. Note that splitting an empty text gives one empty part, so an empty field ${nothing === "None" ? "must give None" : "must give an empty list"}.`,
  ],
  load: ({ noneInput, repeats, maximum }) => ({
    branches: 2 + (repeats === "once" ? 1 : 0) + (maximum === 0 ? 0 : 1),
    quirks: 1,
    edgeCases: 1 + (noneInput === "none_allowed" ? 1 : 0),
  }),
  blueprint: ({
    list: { id, many, one, x, sample },
    separator,
    nothing,
    noneInput,
    repeats,
    maximum,
  }) => {
    const name = `split_${id}`;
    const allowsNone = noneInput === "none_allowed";
    const none = nothing === "None" ? "None" : "[]";
    const [a, b] = sample;
    const s = separator;
    const compute = (text: string | null) => {
      const parts = (text ?? "")
        .split(s)
        .map((part) => part.trim())
        .filter((part) => part !== "");
      const unique = repeats === "once" ? [...new Set(parts)] : parts;
      const cut = maximum === 0 ? unique : unique.slice(0, maximum);
      return cut.length === 0 ? none : pythonLiteral(cut);
    };
    const many12 = (count: number) =>
      Array.from({ length: count }, (_, index) => `${a}${index}`).join(s);
    const cases: [string | null, string][] = [
      ["", "Empty text"],
      ["  ", "Nothing but white space"],
      [s, "Nothing but a separator"],
      [a, "Single part"],
      [`${a}${s}${b}`, "Two parts"],
      [` ${a} ${s}\t${b}\n`, "White space around the parts"],
      [`${s}${a}${s}${s}${b}${s}`, "Empty parts at both ends and inside"],
      [`${b}${s}${a}${s}${b}`, "A repetition"],
      [`${a} ${b}`, "White space inside a part"],
      ...(maximum === 0
        ? []
        : ([
            [many12(maximum), "As many as are allowed"],
            [many12(maximum + 1), "One too many"],
          ] as [string, string][])),
      ...(allowsNone ? ([[null, "No text"]] as [null, string][]) : []),
    ];
    const guard = none === "None" ? "result is None or " : "";
    return {
      ir: writeIr({
        summary: `Split a text with the ${many} into a list.`,
        name,
        parameters: [[x, allowsNone ? "str | None" : "str", `The ${many}, as they were typed.`]],
        returns: none === "None" ? "list[str] | None" : "list[str]",
        effects: [
          ...(allowsNone ? [`If ${x} is None, return LITERAL ${none}.`] : []),
          `Let parts be the parts of ${x} between the characters LITERAL ${pythonLiteral(s)}, each without white space at its ends, and without those that are LITERAL '' then; ''.split(${pythonLiteral(s)}) has one empty part, which goes too.`,
          ...(repeats === "once"
            ? [
                `Keep only the first of several equal parts; case matters, and the order stays, which a set would not keep.`,
              ]
            : []),
          ...(maximum === 0
            ? []
            : [`If there are more than ${maximum} parts, keep the first ${maximum}.`]),
          `If no part is left, return LITERAL ${none}.`,
          `Otherwise return the parts in order as a list; white space inside a ${one} stays.`.replace(
            "a extension",
            "an extension",
          ),
        ],
        assertions: [
          ...cases.map(([text, why]) =>
            assertCase({ [x]: pythonLiteral(text) }, compute(text), why),
          ),
          [
            `${guard}all(part == part.strip() != '' and ${pythonLiteral(s)} not in part for part in result)`,
            "Clean parts",
          ],
          ...(repeats === "once"
            ? ([[`${guard}len(set(result)) == len(result)`, "Each once"]] as const)
            : []),
          ...(maximum === 0
            ? []
            : ([[`${guard}len(result) <= ${maximum}`, "Never more than are allowed"]] as const)),
        ],
      }),
      implementation: pythonSource(
        `def ${name}(${x}):`,
        ...(allowsNone ? [`    if ${x} is None:`, `        return ${none}`] : []),
        `    parts = [part.strip() for part in ${x}.split(${pythonLiteral(s)})]`,
        `    parts = [part for part in parts if part != '']`,
        ...(repeats === "once" ? [`    parts = list(dict.fromkeys(parts))`] : []),
        ...(maximum === 0 ? [] : [`    parts = parts[:${maximum}]`]),
        none === "[]" ? `    return parts` : `    return parts if parts else None`,
      ),
      inputs: cases.map(([text]) => [pythonLiteral(text)]),
    };
  },
});
