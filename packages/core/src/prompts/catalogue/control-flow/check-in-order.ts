import { pythonLiteral } from "../../python-literal.ts";
import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { withArticle } from "../../words/article.ts";
import { capitalise } from "../../words/sentence.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

const FIELDS = [
  {
    id: "user_name",
    one: "user name",
    min: 3,
    max: 16,
    bad: " ",
    badText: "a space",
    good: "ada_l",
  },
  {
    id: "password",
    one: "password",
    min: 8,
    max: 64,
    bad: " ",
    badText: "a space",
    good: "tr0ub4dor&3",
  },
  { id: "nickname", one: "nickname", min: 2, max: 12, bad: "@", badText: "'@'", good: "zoe" },
  { id: "file_name", one: "file name", min: 2, max: 40, bad: "/", badText: "'/'", good: "a.txt" },
  { id: "tag", one: "tag", min: 2, max: 20, bad: ",", badText: "a comma", good: "sale" },
  {
    id: "project_key",
    one: "project key",
    min: 4,
    max: 10,
    bad: "-",
    badText: "'-'",
    good: "CORE1",
  },
  {
    id: "room_name",
    one: "chat room name",
    min: 5,
    max: 30,
    bad: "#",
    badText: "'#'",
    good: "lobby",
  },
  {
    id: "variable",
    one: "template variable",
    min: 2,
    max: 24,
    bad: "$",
    badText: "'$'",
    good: "total",
  },
] as const;
const LABELS = [
  {
    id: "plain",
    empty: "missing",
    short: "too short",
    long: "too long",
    bad: "bad character",
    good: "ok",
  },
  {
    id: "formal",
    empty: "required",
    short: "below minimum",
    long: "above maximum",
    bad: "forbidden",
    good: "valid",
  },
  { id: "codes", empty: "E1", short: "E2", long: "E3", bad: "E4", good: "OK" },
  { id: "words", empty: "empty", short: "short", long: "long", bad: "illegal", good: "accepted" },
] as const;

export const checkInOrder = defineTemplate({
  id: "check_in_order",
  category: "control_flow",
  title: "Check a text by several rules in order",
  slots: {
    field: { kind: "word", values: FIELDS },
    labels: { kind: "label", values: LABELS },
    extra: { kind: "number", values: [0, 1, 2, 3] },
    order: { kind: "choice", values: ["length_first", "character_first"] },
    trim: { kind: "choice", values: ["as_is", "strip"] },
  },
  phrasings: [
    ({ field, labels, extra, order, trim }) => {
      const { min, max } = sizes(field, extra);
      const length = `'${labels.short}' if it has fewer than ${min} characters, '${labels.long}' if it has more than ${max}`;
      const mark = `'${labels.bad}' if it contains ${field.badText}`;
      return `Check ${withArticle(field.one)}${trim === "strip" ? " after removing white space at both ends" : ""}. Return '${labels.empty}' if it is empty, ${order === "length_first" ? `${length}, ${mark}` : `${mark}, ${length}`}, and '${labels.good}' otherwise. The checks come in this order.`;
    },
    ({ field, labels, extra, order, trim }) => {
      const { min, max } = sizes(field, extra);
      const length = `At least ${min} characters are needed, or else the result is '${labels.short}'; at most ${max} are allowed, or else it is '${labels.long}'.`;
      const mark = `${capitalise(withArticle(field.one))} with ${field.badText} in it gives '${labels.bad}'.`;
      return `Validate ${withArticle(field.one)} and stop at the first rule that fails.${trim === "strip" ? " White space at both ends does not count." : ""} An empty one gives '${labels.empty}'. ${order === "length_first" ? `${length} ${mark}` : `${mark} ${length}`} If all is well, return '${labels.good}'.`;
    },
  ],
  load: ({ trim }) => ({ branches: 5, quirks: 0, edgeCases: trim === "strip" ? 2 : 1 }),
  blueprint: ({ field, labels, extra, order, trim }) => {
    const { min, max } = sizes(field, extra);
    const { id: x, good } = field;
    const name = `check_${x}`;
    const value = trim === "strip" ? "cleaned" : x;
    const short = { test: `len(${value}) < ${min}`, label: labels.short };
    const long = { test: `len(${value}) > ${max}`, label: labels.long };
    const bad = { test: `${pythonLiteral(field.bad)} in ${value}`, label: labels.bad };
    const rows = order === "length_first" ? [short, long, bad] : [bad, short, long];
    const fill = (length: number) => `'x' * ${length}`;
    const badText =
      order === "length_first" ? `${good}${field.bad}${good}`.slice(0, max - 1) : `a${field.bad}b`;
    return {
      ir: writeIr({
        summary: `Check ${withArticle(field.one)} by several rules in order.`,
        name,
        parameters: [[x, "str", `${capitalise(field.one)} as it was typed.`]],
        returns: "str",
        effects: [
          ...(trim === "strip"
            ? [`Let cleaned be ${x}.strip(); all further steps look at cleaned.`]
            : []),
          `If ${value} == LITERAL '', return LITERAL ${pythonLiteral(labels.empty)}${trim === "strip" ? "; a text of nothing but white space is empty" : "; a text of spaces is not empty"}.`,
          ...rows.map(
            ({ test, label }) =>
              `If ${test.startsWith("len") ? test : `LITERAL ${test}`}, return LITERAL ${pythonLiteral(label)}.`,
          ),
          `Otherwise return LITERAL ${pythonLiteral(labels.good)}; the lengths ${min} and ${max} themselves are allowed.`,
        ],
        assertions: [
          assertCase({ [x]: "''" }, pythonLiteral(labels.empty), "Empty text"),
          ...(trim === "strip"
            ? [
                assertCase(
                  { [x]: "' \\t '" },
                  pythonLiteral(labels.empty),
                  "Nothing but white space",
                ),
                assertCase(
                  { [x]: pythonLiteral(`  ${"x".repeat(min)} `) },
                  pythonLiteral(labels.good),
                  "White space at both ends",
                ),
              ]
            : []),
          ...(min > 1
            ? [
                assertCase(
                  { [x]: fill(min - 1) },
                  pythonLiteral(labels.short),
                  "Just below the smallest length",
                ),
              ]
            : []),
          assertCase({ [x]: fill(min) }, pythonLiteral(labels.good), "Smallest length"),
          assertCase({ [x]: fill(max) }, pythonLiteral(labels.good), "Largest length"),
          assertCase(
            { [x]: fill(max + 1) },
            pythonLiteral(labels.long),
            "Just above the largest length",
          ),
          assertCase(
            { [x]: pythonLiteral(badText) },
            pythonLiteral(labels.bad),
            "Forbidden character",
          ),
          assertCase(
            { [x]: `${fill(max)} + ${pythonLiteral(`${field.bad}x`)}` },
            pythonLiteral(order === "length_first" ? labels.long : labels.bad),
            "Two rules broken: the first one counts",
          ),
          [
            `result in (${[labels.empty, labels.short, labels.long, labels.bad, labels.good].map((label) => pythonLiteral(label)).join(", ")})`,
            "No other answer",
          ],
          [
            `${trim === "strip" ? `${x}.strip()` : x} == '' or ${pythonLiteral(field.bad)} in ${x} or (result == ${pythonLiteral(labels.good)}) == (${min} <= len(${trim === "strip" ? `${x}.strip()` : x}) <= ${max})`,
            "Only the length decides about texts without the character",
          ],
        ],
      }),
      implementation: pythonSource(
        `def ${name}(${x}):`,
        ...(trim === "strip" ? [`    cleaned = ${x}.strip()`] : []),
        `    if ${value} == '':`,
        `        return ${pythonLiteral(labels.empty)}`,
        ...rows.flatMap(({ test, label }) => [
          `    if ${test}:`,
          `        return ${pythonLiteral(label)}`,
        ]),
        `    return ${pythonLiteral(labels.good)}`,
      ),
      inputs: [
        pythonLiteral(""),
        "' \\t '",
        "' '",
        fill(min - 1),
        fill(min),
        fill(max),
        fill(max + 1),
        pythonLiteral(badText),
        `${fill(max)} + ${pythonLiteral(`${field.bad}x`)}`,
        pythonLiteral(good),
        pythonLiteral(`  ${"x".repeat(min)} `),
        pythonLiteral(`  ${good} `),
      ].map((input) => [input]),
    };
  },
});

function sizes(field: (typeof FIELDS)[number], extra: number): { min: number; max: number } {
  return { min: field.min + extra, max: field.max + 2 * extra };
}
