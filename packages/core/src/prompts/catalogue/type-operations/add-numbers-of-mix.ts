import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { capitalise } from "../../words/sentence.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

const SOURCES = [
  { id: "survey", words: "the answers of a survey", list: "answers" },
  { id: "row", words: "the cells of a row", list: "cells" },
  { id: "receipt", words: "the entries of a receipt", list: "entries" },
  { id: "log", words: "the values of a log record", list: "values" },
  { id: "payload", words: "the fields of a message", list: "fields" },
  { id: "form", words: "the inputs of a form", list: "inputs" },
  { id: "export", words: "the columns of an export", list: "columns" },
  { id: "sensor", words: "the raw data of a sensor", list: "raw_data" },
] as const;
const TEXTS_RULE = [
  { id: "ignored", words: "texts are ignored" },
  { id: "digits", words: "a text of nothing but the digits 0 to 9 counts as its number" },
  { id: "length", words: "a text counts as its number of characters" },
] as const;
const BOOLS = [
  { id: "ignored", words: "booleans are ignored" },
  { id: "one", words: "True counts as 1 and False as 0" },
  { id: "stop", words: "a boolean anywhere makes the result None" },
] as const;

export const addNumbersOfMix = defineTemplate({
  id: "add_numbers_of_mix",
  category: "type_operations",
  title: "Add up the numbers of a mixed list",
  slots: {
    source: { kind: "word", values: SOURCES },
    texts: { kind: "choice", values: TEXTS_RULE },
    bools: { kind: "choice", values: BOOLS },
    floats: { kind: "choice", values: ["ignored", "truncated"] },
    start: { kind: "number", values: [0, 1, 10, 100] },
  },
  phrasings: [
    ({ source, texts, bools, floats, start }) =>
      `Add up ${source.words}, which have mixed types${start === 0 ? "" : `, starting from ${start}`}. Ints count as they are, ${texts.words}, ${bools.words}, and ${floats === "ignored" ? "everything else, floats included, is ignored" : "floats count without their decimals (they are finite); everything else is ignored"}.`,
    ({ source, texts, bools, floats, start }) =>
      `Compute a whole number from ${source.words}, a list whose entries can have any type. ${start === 0 ? "Start with 0" : `Start with ${start}`} and add every int. ${capitalise(texts.words)}; ${bools.words}; ${floats === "ignored" ? "floats are not counted" : "the decimals of a finite float are cut off before it is added"}. Skip all other types.`,
  ],
  load: ({ texts, bools, floats }) => ({
    branches:
      2 +
      (texts.id === "ignored" ? 0 : 1) +
      (bools.id === "stop" ? 1 : 0) +
      (floats === "ignored" ? 0 : 1),
    quirks: 1,
    edgeCases: texts.id === "digits" ? 1 : 0,
  }),
  blueprint: ({ source: { id, words, list }, texts, bools, floats, start }) => {
    const name = `add_up_${id}`;
    const one = bools.id === "one" ? 1 : 0;
    const withBool = (total: number, trues: number) =>
      bools.id === "stop" ? "None" : String(total + trues * one);
    const digit = { ignored: 0, digits: 12, length: 2 }[texts.id];
    const decimal = floats === "truncated" ? 2 : 0;
    const steps = [
      ...(texts.id === "ignored"
        ? []
        : [
            texts.id === "digits"
              ? [
                  `        elif isinstance(value, str) and value != '' and all(mark in '0123456789' for mark in value):`,
                  `            total += int(value)`,
                ]
              : [`        elif isinstance(value, str):`, `            total += len(value)`],
          ]),
      ...(floats === "truncated"
        ? [[`        elif isinstance(value, float):`, `            total += int(value)`]]
        : []),
    ].flat();
    return {
      ir: writeIr({
        summary: `Add up ${words}, which have mixed types.`,
        name,
        parameters: [[list, "list[Any]", `${capitalise(words.replace("the ", ""))}.`]],
        returns: bools.id === "stop" ? "int | None" : "int",
        effects: [
          `Let total be ${start} and go through ${list} in order; the tests below come in this order for each value.`,
          `If isinstance(value, bool), ${{ ignored: "skip it", one: "add 1 for True and nothing for False", stop: "return LITERAL None immediately" }[bools.id]}; this test comes before the one for int, because isinstance(True, int) is true.`,
          `If isinstance(value, int), add value to total; negative numbers lower it.`,
          ...(texts.id === "digits"
            ? [
                `If value is a str of one or more of the digits 0 to 9 and nothing else, add int(value); ' 5', '-5', '1.5' and the empty text are skipped.`,
              ]
            : []),
          ...(texts.id === "length"
            ? [`If isinstance(value, str), add len(value); the empty text adds nothing.`]
            : []),
          ...(floats === "truncated"
            ? [
                `If isinstance(value, float), add int(value), which cuts towards zero: -2.7 adds -2.`,
              ]
            : []),
          `Skip every other value, ${texts.id === "ignored" ? "texts, " : ""}${floats === "ignored" ? "floats, " : ""}None and lists included.`,
          `Return total after the last value; an empty list gives ${start}.`,
        ],
        assertions: [
          assertCase({ [list]: "[]" }, start, "Empty list"),
          assertCase({ [`repr(${list})`]: "'[5]'" }, start + 5, "Single int"),
          assertCase({ [`repr(${list})`]: "'[5, -8, 0]'" }, start - 3, "Negative numbers and zero"),
          assertCase(
            { [`repr(${list})`]: "'[True]'" },
            withBool(start, 1),
            "True is an instance of int",
          ),
          assertCase(
            { [`repr(${list})`]: "'[False, 3]'" },
            withBool(start + 3, 0),
            "False is an instance of int",
          ),
          assertCase({ [list]: "['12', 4]" }, start + 4 + digit, "Text of digits"),
          assertCase(
            { [list]: "['ab', ' 5', '-5', '', '\u0663']" },
            texts.id === "length" ? start + 7 : start,
            "Other texts",
          ),
          assertCase({ [`repr(${list})`]: "'[2.7, 1]'" }, start + 1 + decimal, "Float"),
          assertCase({ [`repr(${list})`]: "'[-2.7]'" }, start - decimal, "Negative float"),
          assertCase({ [list]: "[None, [1], {'a': 1}]" }, start, "Other types"),
          [
            bools.id === "stop"
              ? "result is None or isinstance(result, int)"
              : "isinstance(result, int)",
            "Type of the result",
          ],
        ],
      }),
      implementation: pythonSource(
        `def ${name}(${list}):`,
        `    total = ${start}`,
        `    for value in ${list}:`,
        `        if isinstance(value, bool):`,
        ...{
          ignored: ["            continue"],
          one: ["            total += 1 if value else 0"],
          stop: ["            return None"],
        }[bools.id],
        `        elif isinstance(value, int):`,
        `            total += value`,
        ...steps,
        `    return total`,
      ),
      inputs: [
        "[]",
        "[5]",
        "[5, -8, 0]",
        "[True]",
        "[False, 3]",
        "['12', 4]",
        "['ab', ' 5', '-5', '', '\u0663']",
        "[2.7, 1]",
        "[-2.7]",
        "[None, [1], {'a': 1}]",
        "[1, 'x', 3]",
      ].map((value) => [value]),
    };
  },
});
