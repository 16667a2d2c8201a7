import { pythonLiteral } from "../../python-literal.ts";
import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { withArticle } from "../../words/article.ts";
import { capitalise } from "../../words/sentence.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

const AFFIXES = [
  {
    id: "https",
    one: "web address",
    x: "address",
    place: "prefix",
    old: "http://",
    new: "https://",
    rest: "x.org",
  },
  {
    id: "draft",
    one: "file name",
    x: "file_name",
    place: "prefix",
    old: "draft_",
    new: "final_",
    rest: "plan",
  },
  {
    id: "jpeg",
    one: "picture name",
    x: "picture",
    place: "suffix",
    old: ".jpeg",
    new: ".jpg",
    rest: "cat",
  },
  { id: "tmp", one: "path", x: "path", place: "suffix", old: ".tmp", new: ".bak", rest: "notes" },
  {
    id: "re",
    one: "subject line",
    x: "subject",
    place: "prefix",
    old: "AW: ",
    new: "Re: ",
    rest: "Lunch",
  },
  {
    id: "old_code",
    one: "part number",
    x: "part_number",
    place: "prefix",
    old: "OLD-",
    new: "P-",
    rest: "778",
  },
  {
    id: "plural",
    one: "unit",
    x: "unit",
    place: "suffix",
    old: " pcs",
    new: " pieces",
    rest: "12",
  },
  {
    id: "country",
    one: "phone number",
    x: "phone",
    place: "prefix",
    old: "00",
    new: "+",
    rest: "47 22 33",
  },
  {
    id: "markdown",
    one: "page name",
    x: "page",
    place: "suffix",
    old: ".md",
    new: ".html",
    rest: "index",
  },
  {
    id: "branch",
    one: "branch name",
    x: "branch",
    place: "prefix",
    old: "feature/",
    new: "feat/",
    rest: "login",
  },
] as const;

export const swapAffix = defineTemplate({
  id: "swap_affix",
  category: "string_manipulation",
  title: "Replace a prefix or a suffix",
  slots: {
    affix: { kind: "word", values: AFFIXES },
    missing: { kind: "choice", values: ["unchanged", "add", "none"] },
    already: { kind: "choice", values: ["unchanged", "plain"] },
    empty: { kind: "choice", values: ["same_rule", "empty", "none"] },
  },
  rules: [
    {
      name: "plain_only_when_added",
      slots: ["missing", "already"],
      message: "whether the new one is there already matters only when it would be added",
      holds: ({ missing, already }) => missing === "add" || already === "plain",
    },
  ],
  phrasings: [
    ({ affix, missing, already, empty }) =>
      `If ${withArticle(affix.one)} ${verb(affix.place)} '${affix.old}', replace that ${affix.place} with '${affix.new}'. ${already === "unchanged" ? `If it ${verb(affix.place)} '${affix.new}' already, leave it alone. ` : ""}${MISSING[missing](affix.new, affix.place)}${EMPTY[empty]}`,
    ({ affix, missing, already, empty }) =>
      `Return ${withArticle(affix.one)} with the ${affix.place} '${affix.new}' in place of '${affix.old}'. Only the very ${affix.place === "prefix" ? "beginning" : "end"} counts, case matters, and one replacement is made at most. ${already === "unchanged" ? `A text that has '${affix.new}' there already stays the same. ` : ""}${MISSING[missing](affix.new, affix.place)}${EMPTY[empty]}`,
  ],
  load: ({ missing, already, empty }) => ({
    branches: 2 + (already === "unchanged" ? 1 : 0) + (empty === "same_rule" ? 0 : 1),
    quirks: missing === "none" ? 0 : 1,
    edgeCases: empty === "same_rule" ? 0 : 1,
  }),
  blueprint: ({ affix, missing, already, empty }) => {
    const { x, rest } = affix;
    const name = `replace_${affix.place}_of_${x}`;
    const isPrefix = affix.place === "prefix";
    const test = isPrefix ? "startswith" : "endswith";
    const join = (mark: string, text: string) => (isPrefix ? mark + text : text + mark);
    const sliced = isPrefix ? `${x}[${affix.old.length}:]` : `${x}[:-${affix.old.length}]`;
    const swapped = isPrefix
      ? `${pythonLiteral(affix.new)} + ${sliced}`
      : `${sliced} + ${pythonLiteral(affix.new)}`;
    const added = isPrefix
      ? `${pythonLiteral(affix.new)} + ${x}`
      : `${x} + ${pythonLiteral(affix.new)}`;
    const otherwise = { unchanged: x, add: added, none: "None" }[missing];
    const convert = (text: string): string => {
      if (text === "" && empty !== "same_rule") return empty === "none" ? "None" : "''";
      const has = (mark: string) => (isPrefix ? text.startsWith(mark) : text.endsWith(mark));
      if (has(affix.old))
        return pythonLiteral(
          join(
            affix.new,
            isPrefix ? text.slice(affix.old.length) : text.slice(0, -affix.old.length),
          ),
        );
      if (already === "unchanged" && has(affix.new)) return pythonLiteral(text);
      return {
        unchanged: pythonLiteral(text),
        add: pythonLiteral(join(affix.new, text)),
        none: "None",
      }[missing];
    };
    const swap = (text: string) =>
      text === text.toUpperCase() ? text.toLowerCase() : text.toUpperCase();
    const cases: [string, string][] = [
      [join(affix.old, rest), `Old ${affix.place}`],
      [affix.old, `Nothing but the old ${affix.place}`],
      [join(affix.old, join(affix.old, rest)), "Twice: only one is replaced"],
      [rest, "Neither of them"],
      [join(affix.new, rest), `New ${affix.place} already there`],
      [isPrefix ? `${rest} ${affix.old}` : `${affix.old} ${rest}`, "At the wrong end"],
    ];
    if (swap(affix.old) !== affix.old) cases.push([join(swap(affix.old), rest), "Other case"]);
    const optional = missing === "none" || empty === "none";
    const quote = (expression: string) =>
      expression.replace(pythonLiteral(affix.new), `LITERAL ${pythonLiteral(affix.new)}`);
    return {
      ir: writeIr({
        summary: `Replace the ${affix.place} ${pythonLiteral(affix.old)} of ${withArticle(affix.one)}.`,
        name,
        parameters: [[x, "str", `${capitalise(affix.one)} as text.`]],
        returns: optional ? "str | None" : "str",
        effects: [
          ...(empty === "same_rule"
            ? []
            : [`If ${x} == LITERAL '', return LITERAL ${empty === "none" ? "None" : "''"}.`]),
          `If ${x}.${test}(LITERAL ${pythonLiteral(affix.old)}), return ${quote(swapped)}; only one ${affix.place} is replaced, unlike with replace, lstrip or rstrip.`,
          ...(already === "unchanged"
            ? [`If ${x}.${test}(LITERAL ${pythonLiteral(affix.new)}), return ${x} unchanged.`]
            : []),
          `Otherwise return ${{ unchanged: `${x} unchanged`, add: quote(added), none: "LITERAL None" }[missing]}; case matters.`,
        ],
        assertions: [
          assertCase({ [x]: "''" }, convert(""), "Empty text"),
          ...cases.map(([text, why]) =>
            assertCase({ [x]: pythonLiteral(text) }, convert(text), why),
          ),
          [
            `not ${x}.${test}(${pythonLiteral(affix.old)}) or result == ${swapped}`,
            "Every text with it",
          ],
        ],
      }),
      implementation: pythonSource(
        `def ${name}(${x}):`,
        ...(empty === "same_rule"
          ? []
          : [`    if ${x} == '':`, `        return ${empty === "none" ? "None" : "''"}`]),
        `    if ${x}.${test}(${pythonLiteral(affix.old)}):`,
        `        return ${swapped}`,
        ...(already === "unchanged"
          ? [`    if ${x}.${test}(${pythonLiteral(affix.new)}):`, `        return ${x}`]
          : []),
        `    return ${otherwise}`,
      ),
      inputs: ["", ...cases.map(([text]) => text), " ", affix.new].map((value) => [
        pythonLiteral(value),
      ]),
    };
  },
});

function verb(place: "prefix" | "suffix"): string {
  return place === "prefix" ? "starts with" : "ends with";
}

const MISSING = {
  unchanged: () => "Every other text comes back unchanged.",
  add: (mark: string, place: string) => `To every other text add '${mark}' as the ${place}.`,
  none: () => "For every other text return None.",
} as const;

const EMPTY = {
  same_rule: "",
  empty: " The empty text stays empty.",
  none: " For an empty text return None.",
} as const;
