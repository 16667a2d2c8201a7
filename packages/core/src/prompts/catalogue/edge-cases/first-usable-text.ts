import { pythonLiteral } from "../../python-literal.ts";
import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { joinWords } from "../../words/sentence.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

const CHAINS = [
  {
    id: "display_name",
    what: "the name that a page shows",
    names: ["nickname", "full_name", "email"],
  },
  {
    id: "delivery_address",
    what: "the address of a delivery",
    names: ["delivery", "billing", "home"],
  },
  { id: "language", what: "the language of a page", names: ["choice", "cookie", "browser"] },
  { id: "title", what: "the title of a page", names: ["custom_title", "heading", "file_name"] },
  { id: "contact", what: "how a customer is reached", names: ["mobile", "landline", "mail"] },
  {
    id: "theme",
    what: "the theme of an editor",
    names: ["session_theme", "user_theme", "team_theme"],
  },
  { id: "caption", what: "the caption of a picture", names: ["caption", "alt_text", "file_name"] },
  {
    id: "city",
    what: "the city of a forecast",
    names: ["typed_city", "saved_city", "nearest_city"],
  },
] as const;

export const firstUsableText = defineTemplate({
  id: "first_usable_text",
  category: "edge_cases",
  title: "Choose the first usable of several texts",
  slots: {
    chain: { kind: "word", values: CHAINS },
    count: { kind: "number", values: [2, 3] },
    unusable: { kind: "choice", values: ["none", "none_empty", "none_empty_blank"] },
    fallback: { kind: "label", values: ["'unknown'", "'-'", "None", "'default'", "''"] },
    trim: { kind: "choice", values: ["as_is", "strip"] },
  },
  rules: [
    {
      name: "strip_needs_blank",
      slots: ["unusable", "trim"],
      message: "a text that is stripped must not end up empty, so blank texts are unusable as well",
      holds: ({ unusable, trim }) => trim === "as_is" || unusable === "none_empty_blank",
    },
  ],
  phrasings: [
    ({ chain, count, unusable, fallback, trim }) =>
      `Choose ${chain.what}: the first of ${joinWords(chain.names.slice(0, count))} that is ${UNUSABLE[unusable].usable}. If ${count === 2 ? "both" : "all"} are unusable, return ${say(fallback)}.${trim === "strip" ? " White space around the chosen text is removed." : ""}`,
    ({ chain, count, unusable, fallback, trim }) =>
      `Return ${chain.what} from ${count === 2 ? "two" : "three"} texts that may be None, namely ${joinWords(chain.names.slice(0, count))}, in this order of preference. Skip a text if it is ${UNUSABLE[unusable].words}${trim === "strip" ? ", and strip the one that is taken" : ""}; when nothing is left, the answer is ${say(fallback)}.`,
  ],
  load: ({ count, unusable, trim }) => ({
    branches: count + 1,
    quirks: 1,
    edgeCases:
      { none: 0, none_empty: 1, none_empty_blank: 2 }[unusable] + (trim === "strip" ? 1 : 0),
  }),
  blueprint: ({ chain: { id, what, names }, count, unusable, fallback, trim }) => {
    const name = `choose_${id}`;
    const used = names.slice(0, count);
    const isUsable = (text: string | null) =>
      text !== null &&
      !(unusable !== "none" && text === "") &&
      !(unusable === "none_empty_blank" && text.trim() === "");
    const test = (variable: string) =>
      ({
        none: `${variable} is not None`,
        none_empty: `${variable} is not None and ${variable} != ''`,
        none_empty_blank: `${variable} is not None and ${variable}.strip() != ''`,
      })[unusable];
    const value = (variable: string) => (trim === "strip" ? `${variable}.strip()` : variable);
    const compute = (texts: readonly (string | null)[]) => {
      const found = texts.find(isUsable);
      if (found === undefined || found === null) return fallback;
      return pythonLiteral(trim === "strip" ? found.trim() : found);
    };
    const fill = (texts: (string | null)[]) => [...texts, null, null].slice(0, count);
    const cases: [(string | null)[], string][] = [
      [fill([null, null]), "Nothing at all"],
      [fill(["a", "b"]), "The first one"],
      [fill([null, "b"]), "None in the first place"],
      [fill(["", "b"]), "Empty text in the first place"],
      [fill([" ", "b"]), "Blank text in the first place"],
      [fill([" a ", null]), "White space around the text"],
      [fill(["0", null]), "A text that looks like zero"],
      [Array.from({ length: count }, () => ""), "Nothing but empty texts"],
      ...(count === 3
        ? ([[[null, "", "c"], "Only the last one has characters"]] as [(string | null)[], string][])
        : []),
    ];
    const facts = (texts: readonly (string | null)[]) =>
      Object.fromEntries(
        used.map((variable, index) => [variable, pythonLiteral(texts[index] ?? null)]),
      );
    return {
      ir: writeIr({
        summary: `Choose ${what} among several texts.`,
        name,
        parameters: used.map(
          (variable, index) => [variable, "str | None", `Choice number ${index + 1}.`] as const,
        ),
        returns: fallback === "None" ? "str | None" : "str",
        effects: [
          ...used.map(
            (variable, index) =>
              `If ${test(variable)}, return ${value(variable)}${index === 0 ? UNUSABLE[unusable].note : ""}.`,
          ),
          `Otherwise return LITERAL ${fallback}.`,
        ],
        assertions: [
          ...cases.map(([texts, why]) => assertCase(facts(texts), compute(texts), why)),
          [
            `not (${test(used[0] ?? "")}) or result == ${value(used[0] ?? "")}`,
            "The first one wins whenever it is usable",
          ],
          ...(fallback === "''"
            ? []
            : ([
                [
                  `${used
                    .map((variable) => test(variable))
                    .map((text) => (text.includes(" and ") ? `(${text})` : text))
                    .join(
                      " or ",
                    )} or ${fallback === "None" ? "result is None" : `result == ${fallback}`}`,
                  "The fall-back",
                ],
              ] as const)),
        ],
      }),
      implementation: pythonSource(
        `def ${name}(${used.join(", ")}):`,
        ...used.flatMap((variable) => [
          `    if ${test(variable)}:`,
          `        return ${value(variable)}`,
        ]),
        `    return ${fallback}`,
      ),
      inputs: [
        ...cases.map(([texts]) => texts.map((text) => pythonLiteral(text))),
        fill([null, " "]).map((text) => pythonLiteral(text)),
        fill(["\t\n", " x"]).map((text) => pythonLiteral(text)),
      ],
    };
  },
});

const UNUSABLE = {
  none: {
    words: "None, while an empty text is fine",
    usable: "not None, where an empty text is fine",
    note: "; an empty text is not None and is returned",
  },
  none_empty: {
    words: "None or empty",
    usable: "neither None nor empty",
    note: "; a text of spaces is not empty and is returned",
  },
  none_empty_blank: {
    words: "None, empty or nothing but white space",
    usable: "neither None nor empty nor just white space",
    note: "; strip tells a blank text, and '0' is not blank",
  },
} as const;

function say(fallback: string): string {
  return fallback === "''" ? "an empty text" : fallback;
}
