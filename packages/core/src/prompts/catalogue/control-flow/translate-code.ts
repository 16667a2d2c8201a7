import { pythonLiteral } from "../../python-literal.ts";
import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { joinWords } from "../../words/sentence.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

const DOMAINS = [
  {
    id: "priority",
    what: "priority of a ticket",
    input: "code",
    codes: ["L", "M", "H", "U"],
    words: ["low", "medium", "high", "urgent"],
  },
  {
    id: "shirt_size",
    what: "size of a shirt",
    input: "letter",
    codes: ["S", "M", "L", "XL"],
    words: ["small", "medium", "large", "extra large"],
  },
  {
    id: "direction",
    what: "compass direction",
    input: "letter",
    codes: ["N", "E", "S", "W"],
    words: ["north", "east", "south", "west"],
  },
  {
    id: "payment",
    what: "kind of a payment",
    input: "code",
    codes: ["CC", "DD", "BT", "CA"],
    words: ["card", "direct debit", "transfer", "cash"],
  },
  {
    id: "weather",
    what: "weather symbol",
    input: "symbol",
    codes: ["sn", "rn", "cl", "su"],
    words: ["snow", "rain", "clouds", "sun"],
  },
  {
    id: "seat",
    what: "class of a seat",
    input: "code",
    codes: ["Y", "W", "J", "F"],
    words: ["economy", "premium", "business", "first"],
  },
  {
    id: "grade",
    what: "grade of an exam",
    input: "grade",
    codes: ["A", "B", "C", "F"],
    words: ["excellent", "good", "passed", "failed"],
  },
  {
    id: "log_level",
    what: "level of a log entry",
    input: "letter",
    codes: ["D", "I", "W", "E"],
    words: ["debug", "info", "warning", "error"],
  },
  {
    id: "blood_test",
    what: "result of a blood test",
    input: "flag",
    codes: ["LL", "N", "HH", "?"],
    words: ["too low", "normal", "too high", "repeat"],
  },
] as const;

export const translateCode = defineTemplate({
  id: "translate_code",
  category: "control_flow",
  title: "Translate a short code into a word",
  slots: {
    domain: { kind: "word", values: DOMAINS },
    size: { kind: "number", values: [2, 3, 4] },
    fallback: { kind: "label", values: ["unknown", "n/a", "other", "invalid code", "-"] },
    letterCase: { kind: "choice", values: ["exact", "any"] },
    blanks: { kind: "choice", values: ["kept", "ignored"] },
  },
  phrasings: [
    ({ domain, size, fallback, letterCase, blanks }) =>
      `Translate the ${domain.input} for the ${domain.what} into a word: ${joinWords(domain.codes.slice(0, size).map((code, index) => `'${code}' becomes '${domain.words[index]}'`))}. Any other ${domain.input} gives '${fallback}'. ${letterCase === "any" ? "Upper and lower case are the same." : "Case matters."}${blanks === "ignored" ? " Ignore white space around it." : ""}`,
    ({ domain, size, fallback, letterCase, blanks }) =>
      `Write a function that takes the ${domain.what} as a ${domain.input}${blanks === "ignored" ? ", possibly with white space around it," : ""} and returns ${joinWords(domain.codes.slice(0, size).map((code, index) => `'${domain.words[index]}' for '${code}'`))}, and '${fallback}' for everything else. ${letterCase === "any" ? "It must not matter whether the letters are in upper or lower case." : "The comparison is case-sensitive."}`,
  ],
  load: ({ size, letterCase, blanks }) => ({
    branches: size + 1,
    quirks: 0,
    edgeCases: (letterCase === "any" ? 1 : 0) + (blanks === "ignored" ? 1 : 0),
  }),
  blueprint: ({ domain, size, fallback, letterCase, blanks }) => {
    const { input } = domain;
    const name = `translate_${domain.id}`;
    const isAny = letterCase === "any";
    const shown = (code: string) => pythonLiteral(isAny ? code.toLowerCase() : code);
    const steps = `${blanks === "ignored" ? ".strip()" : ""}${isAny ? ".lower()" : ""}`;
    const key = steps === "" ? input : "key";
    const rows = domain.codes
      .slice(0, size)
      .map((code, index) => ({ code, word: domain.words[index] ?? "" }));
    const [first] = rows;
    const code = first?.code ?? "";
    const word = pythonLiteral(first?.word ?? "");
    const swapped = code === code.toLowerCase() ? code.toUpperCase() : code.toLowerCase();
    return {
      ir: writeIr({
        summary: `Translate the ${input} for the ${domain.what} into a word.`,
        name,
        parameters: [[input, "str", `Short ${input} for the ${domain.what}.`]],
        returns: "str",
        effects: [
          ...(steps === ""
            ? []
            : [`Let key be ${input}${steps}${isAny ? ", so that case does not matter" : ""}.`]),
          ...rows.map(
            (row) =>
              `If ${key} == LITERAL ${shown(row.code)}${isAny && shown(row.code) !== pythonLiteral(row.code) ? ` (written LITERAL ${pythonLiteral(row.code)} in upper case)` : ""}, return LITERAL ${pythonLiteral(row.word)}.`,
          ),
          `Otherwise return LITERAL ${pythonLiteral(fallback)}; this covers the empty text.`,
        ],
        assertions: [
          ...rows.map((row) =>
            assertCase(
              { [input]: pythonLiteral(row.code) },
              pythonLiteral(row.word),
              `Code ${row.code}`,
            ),
          ),
          assertCase(
            { [input]: pythonLiteral(swapped) },
            isAny ? word : pythonLiteral(fallback),
            "Other case",
          ),
          assertCase(
            { [input]: pythonLiteral(` ${code}\t`) },
            blanks === "ignored" ? word : pythonLiteral(fallback),
            "White space around the code",
          ),
          assertCase({ [input]: "''" }, pythonLiteral(fallback), "Empty text"),
          assertCase(
            { [input]: pythonLiteral(`${code}${code}`) },
            pythonLiteral(fallback),
            "Two codes are no code",
          ),
          [
            `result in (${[...rows.map((row) => row.word), fallback].map((value) => pythonLiteral(value)).join(", ")})`,
            "No other answer",
          ],
        ],
      }),
      implementation: pythonSource(
        `def ${name}(${input}):`,
        ...(steps === "" ? [] : [`    key = ${input}${steps}`]),
        ...rows.flatMap((row) => [
          `    if ${key} == ${shown(row.code)}:`,
          `        return ${pythonLiteral(row.word)}`,
        ]),
        `    return ${pythonLiteral(fallback)}`,
      ),
      inputs: [...domain.codes, swapped, ` ${code}\t`, "", `${code}${code}`, "zz"].map((value) => [
        pythonLiteral(value),
      ]),
    };
  },
});
