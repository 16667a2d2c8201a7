import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { capitalise } from "../../words/sentence.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

const NUMBERS = [
  { id: "account", what: "an account number", x: "account" },
  { id: "invoice", what: "an invoice number", x: "invoice" },
  { id: "odometer", what: "the reading of an odometer", x: "reading" },
  { id: "year", what: "a year", x: "year" },
  { id: "ticket", what: "a lottery ticket number", x: "ticket" },
  { id: "code", what: "a numeric door code", x: "code" },
  { id: "score", what: "a high score", x: "score" },
  { id: "price", what: "a price in cents", x: "price" },
  { id: "customer", what: "a customer number", x: "customer" },
] as const;
const OPERATIONS = [
  { id: "sum", words: "the sum of the decimal digits of NUMBER", python: "sum(digits)" },
  { id: "largest", words: "the largest decimal digit of NUMBER", python: "max(digits)" },
  {
    id: "count_even",
    words: "how many decimal digits of NUMBER are even",
    python: "sum(1 for digit in digits if digit % 2 == 0)",
  },
  {
    id: "spread",
    words: "the difference between the largest and the smallest decimal digit of NUMBER",
    python: "max(digits) - min(digits)",
  },
  {
    id: "alternating",
    words:
      "the sum of the decimal digits of NUMBER with every second one, from the left, subtracted instead of added",
    python: "sum(digits[::2]) - sum(digits[1::2])",
  },
  {
    id: "distinct",
    words: "how many different decimal digits NUMBER has",
    python: "len(set(digits))",
  },
] as const;

export const workWithDigits = defineTemplate({
  id: "work_with_digits",
  category: "mathematical",
  title: "Compute something of the digits of a number",
  slots: {
    number: { kind: "word", values: NUMBERS },
    operation: { kind: "choice", values: OPERATIONS },
    negative: { kind: "choice", values: ["ignored", "None", "-1", "0"] },
    modulus: { kind: "number", values: [0, 2, 5, 7, 9] },
  },
  rules: [
    {
      name: "minus_one_is_a_result",
      slots: ["operation", "negative"],
      message:
        "the alternating sum can be -1 or 0 itself, so these cannot stand for a negative number",
      holds: ({ operation, negative }) =>
        operation.id !== "alternating" || negative === "ignored" || negative === "None",
    },
  ],
  phrasings: [
    ({ number, operation, negative, modulus }) =>
      `${modulus === 0 ? "Return" : "Compute"} ${operation.words.replace("NUMBER", number.what)}${modulus === 0 ? "" : `, and return this modulo ${modulus}`}. ${negative === "ignored" ? "The sign of a negative number is ignored." : `For a negative number return ${negative}.`}`,
    ({ number, operation, negative, modulus }) =>
      `Given ${number.what} as an int, find ${operation.words.replace("NUMBER", "it")}${modulus === 0 ? " and return it" : `, and return this modulo ${modulus}`}. ${negative === "ignored" ? "A minus sign does not matter." : `A negative input gives ${negative}.`} The number 0 has the single digit 0.`,
  ],
  load: ({ operation, negative, modulus }) => ({
    branches: negative === "ignored" ? 1 : 2,
    quirks: modulus !== 0 && operation.id === "alternating" ? 2 : negative === "ignored" ? 1 : 0,
    edgeCases:
      1 +
      (modulus === 0 ? 0 : 1) +
      (operation.id === "spread" || operation.id === "alternating" ? 1 : 0),
  }),
  blueprint: ({ number: { what, x }, operation, negative, modulus }) => {
    const name = `${operation.id}_of_${x}_digits`;
    const isIgnored = negative === "ignored";
    const compute = (value: number) => {
      if (value < 0 && !isIgnored) return negative;
      const digits = [...String(Math.abs(value))].map(Number);
      const sum = (list: number[]) => list.reduce((total, digit) => total + digit, 0);
      const answer = {
        sum: sum(digits),
        largest: Math.max(...digits),
        count_even: digits.filter((digit) => digit % 2 === 0).length,
        spread: Math.max(...digits) - Math.min(...digits),
        alternating:
          sum(digits.filter((_, index) => index % 2 === 0)) -
          sum(digits.filter((_, index) => index % 2 === 1)),
        distinct: new Set(digits).size,
      }[operation.id];
      return String(modulus === 0 ? answer : ((answer % modulus) + modulus) % modulus);
    };
    const cases = [0, 7, 10, 19, 91, 205, 8888, 123456, -1, -19, -205];
    const digits = `[int(mark) for mark in str(abs(${x}))]`;
    const oracle = operation.python.replaceAll("digits", digits);
    const rest = modulus === 0 ? "" : ` % ${modulus}`;
    const guard = isIgnored ? "" : `${x} < 0 or `;
    return {
      ir: writeIr({
        summary: `Compute ${operation.words.replace("NUMBER", what)}.`,
        name,
        parameters: [[x, "int", `${capitalise(what.replace(/^(an?|the) /, ""))}.`]],
        returns: negative === "None" ? "int | None" : "int",
        effects: [
          ...(isIgnored ? [] : [`If ${x} < 0, return LITERAL ${negative}.`]),
          `Let digits be the decimal digits of ${isIgnored ? `abs(${x}), because the text of a negative number starts with a minus sign` : x}, from left to right, as ints; 0 has the single digit 0.`,
          `Let answer be ${operation.python}.`,
          modulus === 0
            ? `Return answer.`
            : `Return answer % ${modulus}, which is from 0 to ${modulus - 1}${operation.id === "alternating" ? " for a negative answer as well" : ""}.`,
        ],
        assertions: [
          ...cases.map((value) =>
            assertCase(
              { [x]: value },
              compute(value),
              value === 0
                ? "Zero"
                : value === 7
                  ? "Single digit"
                  : value < 0
                    ? `Negative number ${value}`
                    : `Number ${value}`,
            ),
          ),
          [`${guard}result == (${oracle})${rest}`, "Whole formula"],
          ...(isIgnored
            ? []
            : ([
                [
                  `${x} >= 0 or ${negative === "None" ? "result is None" : `result == ${negative}`}`,
                  "Every negative number",
                ],
              ] as const)),
        ],
      }),
      implementation: pythonSource(
        `def ${name}(${x}):`,
        ...(isIgnored ? [] : [`    if ${x} < 0:`, `        return ${negative}`]),
        `    digits = ${digits}`,
        `    answer = ${operation.python}`,
        `    return answer${rest}`,
      ),
      inputs: [...cases, 1000000007].map((value) => [String(value)]),
    };
  },
});
