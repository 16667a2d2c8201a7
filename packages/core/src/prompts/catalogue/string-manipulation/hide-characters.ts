import { pythonLiteral } from "../../python-literal.ts";
import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { withArticle } from "../../words/article.ts";
import { countOf } from "../../words/sentence.ts";
import { TEXTS } from "../../words/texts.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

const WHICH = [
  { id: "all_but_last", words: "all but the last N characters", hides: "TEXT[:-N]" },
  { id: "all_but_first", words: "all but the first N characters", hides: "TEXT[N:]" },
  { id: "first", words: "the first N characters", hides: "TEXT[:N]" },
  { id: "last", words: "the last N characters", hides: "TEXT[-N:]" },
] as const;

export const hideCharacters = defineTemplate({
  id: "hide_characters",
  category: "string_manipulation",
  title: "Hide part of a text",
  slots: {
    subject: { kind: "word", values: TEXTS },
    which: { kind: "choice", values: WHICH },
    number: { kind: "threshold", values: [1, 2, 3, 4, 5, 6] },
    mark: { kind: "label", values: ["*", "#", "x", "."] },
    spaces: { kind: "choice", values: ["hidden", "visible"] },
  },
  phrasings: [
    ({ subject, which, number, mark, spaces }) =>
      `Hide ${plural(which.words, number)} of ${withArticle(subject.one)} by writing '${mark}' for each of them.${spaces === "visible" ? " Spaces stay visible, but they count as characters." : ""} A text with ${number} or fewer characters ${which.id.startsWith("all_but") ? "comes back as it is" : "is hidden completely"}.`,
    ({ subject, which, number, mark, spaces }) =>
      `Return ${withArticle(subject.one)} with ${plural(which.words, number)} replaced by '${mark}', one mark for each character${spaces === "visible" ? ", except that spaces are left alone" : ", spaces included"}. The length does not change. Texts of up to ${countOf(number, "character", "characters")} are ${which.id.startsWith("all_but") ? "returned unchanged" : "replaced as a whole"}.`,
  ],
  load: ({ spaces }) => ({ branches: 2, quirks: 0, edgeCases: spaces === "visible" ? 2 : 1 }),
  blueprint: ({ subject: { name: x, one, description }, which, number: n, mark, spaces }) => {
    const name = `hide_${x}`;
    const keepsShort = which.id.startsWith("all_but");
    const cover = (text: string) =>
      [...text]
        .map((character) => (spaces === "visible" && character === " " ? " " : mark))
        .join("");
    const hide = (text: string) => {
      if (text.length <= n) return keepsShort ? text : cover(text);
      return {
        all_but_last: cover(text.slice(0, -n)) + text.slice(-n),
        all_but_first: text.slice(0, n) + cover(text.slice(n)),
        first: cover(text.slice(0, n)) + text.slice(n),
        last: text.slice(0, -n) + cover(text.slice(-n)),
      }[which.id];
    };
    const abc = "abcdefghijk";
    const cases = [abc.slice(0, n), abc.slice(0, n + 1), abc, "a b c d e f g h"];
    const [head, tail] = {
      all_but_last: [`${x}[:-${n}]`, `${x}[-${n}:]`],
      all_but_first: [`${x}[${n}:]`, `${x}[:${n}]`],
      first: [`${x}[:${n}]`, `${x}[${n}:]`],
      last: [`${x}[-${n}:]`, `${x}[:-${n}]`],
    }[which.id];
    const kept = {
      all_but_last: `result[-${n}:] == ${tail}`,
      all_but_first: `result[:${n}] == ${tail}`,
      first: `result[${n}:] == ${tail}`,
      last: `result[:-${n}] == ${tail}`,
    }[which.id];
    const covered =
      spaces === "visible"
        ? `"".join(" " if character == " " else ${pythonLiteral(mark)} for character in ${head})`.replaceAll(
            '"',
            "'",
          )
        : `${pythonLiteral(mark)} * len(${head})`;
    const joined = ["all_but_last", "first"].includes(which.id)
      ? `${covered} + ${tail}`
      : `${tail} + ${covered}`;
    return {
      ir: writeIr({
        summary: `Hide ${plural(which.words, n)} of ${withArticle(one)}.`,
        name,
        parameters: [[x, "str", description]],
        returns: "str",
        effects: [
          keepsShort
            ? `If len(${x}) <= ${n}, return ${x} unchanged.`
            : `If len(${x}) <= ${n}, every character is hidden as described below.`,
          `Let hidden be ${head} with LITERAL ${pythonLiteral(mark)} in place of each character${spaces === "visible" ? " that is not LITERAL ' '; spaces stay" : ", spaces included"}.`,
          `Return hidden ${["all_but_last", "first"].includes(which.id) ? "followed by" : "after"} ${tail}; the length is that of ${x}, and an empty text gives LITERAL ''.`,
        ],
        assertions: [
          assertCase({ [x]: "''" }, "''", "Empty text"),
          ...cases.map((text, index) =>
            assertCase(
              { [x]: pythonLiteral(text) },
              pythonLiteral(hide(text)),
              ["On the limit", "Just above the limit", "Longer text", "Spaces"][index] ?? "",
            ),
          ),
          [`len(result) == len(${x})`, "Same length"],
          [`len(${x}) <= ${n} or ${kept}`, "The other characters stay"],
        ],
      }),
      implementation: pythonSource(
        `def ${name}(${x}):`,
        ...(keepsShort ? [`    if len(${x}) <= ${n}:`, `        return ${x}`] : []),
        `    return ${joined}`,
      ),
      inputs: ["", ...cases, "a", "ab", "  ", "\u00fc\u00df \u4e2d\u6587 abc def"].map((value) => [
        pythonLiteral(value),
      ]),
    };
  },
});

function plural(words: string, number: number): string {
  return words.replace("N characters", number === 1 ? "character" : `${number} characters`);
}
