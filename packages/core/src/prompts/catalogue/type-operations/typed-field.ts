import { pythonLiteral } from "../../python-literal.ts";
import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { capitalise } from "../../words/sentence.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

const FIELDS = [
  { id: "port", one: "settings of a server", x: "settings", key: "port" },
  { id: "width", one: "options of a chart", x: "options", key: "width" },
  { id: "age", one: "profile of a user", x: "profile", key: "age" },
  { id: "retries", one: "configuration of a job", x: "config", key: "retries" },
  { id: "quantity", one: "line of an order", x: "order_line", key: "quantity" },
  { id: "volume", one: "state of a player", x: "state", key: "volume" },
  { id: "price", one: "record of a product", x: "product", key: "price" },
  { id: "limit", one: "parameters of a query", x: "parameters", key: "limit" },
  { id: "seats", one: "booking of a room", x: "booking", key: "seats" },
] as const;
const TYPES = [
  {
    id: "int",
    words: "an int",
    test: "isinstance(VALUE, int) and not isinstance(VALUE, bool)",
    hint: "int",
    good: ["0", "-2", "41"],
    bad: ["'8'", "2.0", "None"],
  },
  {
    id: "number",
    words: "an int or a float",
    test: "isinstance(VALUE, (int, float)) and not isinstance(VALUE, bool)",
    hint: "int | float",
    good: ["0", "-2.5", "41"],
    bad: ["'8'", "[]", "None"],
  },
  {
    id: "int_or_none",
    words: "an int or None",
    test: "VALUE is None or isinstance(VALUE, int) and not isinstance(VALUE, bool)",
    hint: "int | None",
    good: ["0", "None", "41"],
    bad: ["'8'", "2.0", "''"],
  },
] as const;

export const typedField = defineTemplate({
  id: "typed_field",
  category: "type_operations",
  title: "Read a field of a dictionary with its type",
  slots: {
    field: { kind: "word", values: FIELDS },
    type: { kind: "type", values: TYPES },
    missing: { kind: "number", values: [1, 5, 10, 80, 100] },
    wrong: { kind: "choice", values: ["same", "minus_one", "error"] },
    floor: { kind: "choice", values: ["none", "positive"] },
  },
  rules: [
    {
      name: "none_has_no_sign",
      slots: ["type", "floor"],
      message: "None is neither positive nor negative, so no smallest value can be asked for",
      holds: ({ type, floor }) => type.id !== "int_or_none" || floor === "none",
    },
  ],
  phrasings: [
    ({ field, type, missing, wrong, floor }) =>
      `Return the value of '${field.key}' in the ${field.one}, which are a dictionary. If the key is missing, return ${missing}. If its value is not ${type.words}${floor === "positive" ? " of at least 1" : ""}, return ${WRONG[wrong](missing)}. Booleans do not count as numbers.`.replace(
        /(the (profile|configuration|line|state|record|booking) of [a-z ]+), which are/,
        "$1, which is",
      ),
    ({ field, type, missing, wrong, floor }) =>
      `From the ${field.one}, given as a dict, read '${field.key}'. It must be ${type.words}${floor === "positive" ? " and at least 1" : ""}, and True or False is not allowed; if it is something else, the result is ${WRONG[wrong](missing)}. A dict without '${field.key}' gives ${missing}.`,
  ],
  load: ({ type, floor }) => ({
    branches: floor === "positive" ? 4 : 3,
    quirks: 1,
    edgeCases: 1 + (type.id === "int_or_none" ? 1 : 0),
  }),
  blueprint: ({ field: { one, x, key }, type, missing, wrong, floor }) => {
    const name = `read_${key}`;
    const bad = { same: String(missing), minus_one: "-1", error: "'error'" }[wrong];
    const isPositive = floor === "positive";
    const get = `${x}[${pythonLiteral(key)}]`;
    const good = type.good.filter((value) => !isPositive || value === "41");
    const refused = [
      ...type.bad,
      "True",
      ...(isPositive ? type.good.filter((value) => value !== "41") : []),
    ];
    const isResult = (value: string) =>
      value === "None" ? "result is None" : `result == ${value}`;
    const wants = type.test.replaceAll("VALUE", `${x}.get(${pythonLiteral(key)}, '')`);
    return {
      ir: writeIr({
        summary: `Read ${pythonLiteral(key)} from the ${one}.`,
        name,
        parameters: [[x, "dict[str, Any]", `${capitalise(one)}.`]],
        returns: `${type.hint}${wrong === "error" ? " | str" : ""}`,
        effects: [
          `If LITERAL ${pythonLiteral(key)} is not a key of ${x}, return LITERAL ${missing}; a key whose value is None is there.`,
          `Let value be ${get}.`,
          type.id === "int_or_none"
            ? `If value is None, return LITERAL None.`
            : `If value is None, return LITERAL ${bad}, because None is not ${type.words}.`,
          `If isinstance(value, bool), return LITERAL ${bad}; this comes first, because isinstance(True, int) is true.`,
          `If value is not ${type.id === "number" ? "an int or a float" : "an int"}, return LITERAL ${bad}.`,
          ...(isPositive
            ? [
                `If not value >= 1, return LITERAL ${bad}; NaN fails this comparison too, and exactly 1 passes.`,
              ]
            : []),
          `Otherwise return value unchanged.`,
        ],
        assertions: [
          assertCase({ [x]: "{}" }, missing, "Empty dictionary"),
          assertCase({ [x]: `{${pythonLiteral(key.toUpperCase())}: 3}` }, missing, "Another key"),
          ...good.map(
            (value) =>
              [
                `repr(${x}) != repr({${pythonLiteral(key)}: ${value}}) or ${isResult(value)}`,
                `Good value ${value}`,
              ] as const,
          ),
          ...refused.map(
            (value) =>
              [
                `repr(${x}) != repr({${pythonLiteral(key)}: ${value}}) or ${isResult(bad)}`,
                `Bad value ${value}`,
              ] as const,
          ),
          [
            `${x}.get(${pythonLiteral(key)}) is not True or ${isResult(bad)}`,
            "A boolean equals 1 but is no number",
          ],
          ...(isPositive
            ? ([
                [`repr(${x}) != repr({${pythonLiteral(key)}: 1}) or result == 1`, "Smallest value"],
              ] as const)
            : []),
          [
            `${pythonLiteral(key)} in ${x} or result == ${missing}`,
            "Every dictionary without the key",
          ],
          [
            `${pythonLiteral(key)} not in ${x} or ${isPositive ? `not (${wants} and ${x}[${pythonLiteral(key)}] >= 1)` : `not (${wants})`} or result is ${get}`,
            "Every good value",
          ],
        ],
      }),
      implementation: pythonSource(
        `def ${name}(${x}):`,
        `    if ${pythonLiteral(key)} not in ${x}:`,
        `        return ${missing}`,
        `    value = ${get}`,
        ...(type.id === "int_or_none" ? [`    if value is None:`, `        return None`] : []),
        `    if isinstance(value, bool) or not isinstance(value, ${type.id === "number" ? "(int, float)" : "int"}):`,
        `        return ${bad}`,
        ...(isPositive ? [`    if not value >= 1:`, `        return ${bad}`] : []),
        `    return value`,
      ),
      inputs: [
        "{}",
        `{${pythonLiteral(key.toUpperCase())}: 3}`,
        ...[...type.good, ...type.bad, "True", "False", "1"].map(
          (value) => `{${pythonLiteral(key)}: ${value}}`,
        ),
        `{'other': 1, ${pythonLiteral(key)}: 41}`,
      ].map((value) => [value]),
    };
  },
});

const WRONG = {
  same: (missing: number) => `${missing} as well`,
  minus_one: () => "-1",
  error: () => "'error'",
} as const;
