import { pythonLiteral } from "../../python-literal.ts";
import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { capitalise } from "../../words/sentence.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

const PATHS = [
  {
    id: "city",
    what: "the city of a customer",
    x: "customer",
    outer: "address",
    inner: "city",
    sample: "'Oslo'",
  },
  {
    id: "theme",
    what: "the theme in a user's settings",
    x: "user",
    outer: "settings",
    inner: "theme",
    sample: "'dark'",
  },
  {
    id: "weight",
    what: "the weight of a parcel",
    x: "parcel",
    outer: "box",
    inner: "weight",
    sample: "12",
  },
  {
    id: "first_page",
    what: "the first page of a chapter",
    x: "chapter",
    outer: "pages",
    inner: "first",
    sample: "7",
  },
  {
    id: "host",
    what: "the host of a database",
    x: "config",
    outer: "database",
    inner: "host",
    sample: "'db1'",
  },
  {
    id: "score",
    what: "the score of the home team",
    x: "match",
    outer: "home",
    inner: "score",
    sample: "3",
  },
  {
    id: "currency",
    what: "the currency of an invoice",
    x: "invoice",
    outer: "total",
    inner: "currency",
    sample: "'EUR'",
  },
  {
    id: "owner",
    what: "the owner of a repository",
    x: "repository",
    outer: "meta",
    inner: "owner",
    sample: "'ada'",
  },
  {
    id: "retries",
    what: "the number of retries of a job",
    x: "job",
    outer: "options",
    inner: "retries",
    sample: "5",
  },
] as const;

export const nestedValue = defineTemplate({
  id: "nested_value",
  category: "edge_cases",
  title: "Read a value of a nested dictionary",
  slots: {
    path: { kind: "word", values: PATHS },
    missing: { kind: "label", values: ["None", "'unknown'", "'?'", "-1", "'missing'"] },
    noneValue: { kind: "choice", values: ["missing", "kept", "own"] },
    notDict: { kind: "choice", values: ["missing", "error_text"] },
  },
  rules: [
    {
      name: "none_is_missing",
      slots: ["missing", "noneValue"],
      message: "a missing value that is None cannot be told from a None that is kept",
      holds: ({ missing, noneValue }) => missing !== "None" || noneValue !== "kept",
    },
  ],
  phrasings: [
    ({ path, missing, noneValue, notDict }) =>
      `Return ${path.what}, which stands under '${path.outer}' and there under '${path.inner}' in a nested dictionary. If one of the keys is missing, return ${missing}. ${NONE[noneValue](path.inner, missing)}${notDict === "error_text" ? ` If what stands under '${path.outer}' is no dictionary, return 'broken'.` : ` A '${path.outer}' that is no dictionary counts as missing too.`}`,
    ({ path, missing, noneValue, notDict }) =>
      `Read ${path.what} out of a dictionary: first '${path.outer}', which should be a dictionary itself, then '${path.inner}' inside it. The function never fails. A missing key gives ${missing}, and something else than a dictionary under '${path.outer}', None for example, gives ${notDict === "error_text" ? "'broken'" : `${missing} as well`}. ${NONE[noneValue](path.inner, missing)}`.trim(),
  ],
  load: ({ noneValue, notDict }) => ({
    branches: 3 + (noneValue === "own" ? 1 : 0) + (notDict === "error_text" ? 1 : 0),
    quirks: 1,
    edgeCases: noneValue === "missing" ? 1 : 0,
  }),
  blueprint: ({ path: { what, x, outer, inner, sample, id }, missing, noneValue, notDict }) => {
    const name = `read_${id}`;
    const [o, i] = [pythonLiteral(outer), pythonLiteral(inner)];
    const bad = notDict === "error_text" ? "'broken'" : missing;
    const none = { missing, kept: "None", own: "'not set'" }[noneValue];
    const is = (value: string) => (value === "None" ? "result is None" : `result == ${value}`);
    const dict = (value: string) => `{${o}: ${value}}`;
    return {
      ir: writeIr({
        summary: `Read ${what} out of a nested dictionary.`,
        name,
        parameters: [[x, "dict[str, Any]", `${capitalise(x)} as it was read from JSON.`]],
        returns: "Any",
        effects: [
          `If LITERAL ${o} is not a key of ${x}, return LITERAL ${missing}.`,
          `Let inner be ${x}[${o}]; if it is not a dict, None included, return LITERAL ${bad}.`,
          `If LITERAL ${i} is not a key of inner, return LITERAL ${missing}; an empty dictionary has no keys.`,
          ...(noneValue === "kept" ? [] : [`If inner[${i}] is None, return LITERAL ${none}.`]),
          `Otherwise return inner[${i}] unchanged; 0, False and the empty text are values${noneValue === "kept" ? ", and so is None" : ""}.`,
        ],
        assertions: [
          assertCase({ [x]: "{}" }, missing, "Empty dictionary"),
          assertCase({ [x]: dict("{}") }, missing, "Empty inner dictionary"),
          [`${x} != ${dict("None")} or ${is(bad)}`, "None in place of the inner dictionary"],
          [`${x} != ${dict("'text'")} or ${is(bad)}`, "A text in place of the inner dictionary"],
          [`${x} != ${dict("[]")} or ${is(bad)}`, "An empty list in place of the inner dictionary"],
          [`${x} != ${dict(`{${i}: None}`)} or ${is(none)}`, "None as the value"],
          [`repr(${x}) != repr(${dict(`{${i}: 0}`)}) or result == 0`, "Zero is a value"],
          assertCase({ [x]: dict(`{${i}: ''}`) }, "''", "The empty text is a value"),
          assertCase({ [x]: dict(`{${i}: ${sample}}`) }, sample, "Usual case"),
          assertCase({ [x]: `{${i}: ${sample}}` }, missing, "The inner key at the wrong level"),
          [`${o} in ${x} or ${is(missing)}`, "Every dictionary without the outer key"],
        ],
      }),
      implementation: pythonSource(
        `def ${name}(${x}):`,
        `    if ${o} not in ${x}:`,
        `        return ${missing}`,
        `    inner = ${x}[${o}]`,
        `    if not isinstance(inner, dict):`,
        `        return ${bad}`,
        `    if ${i} not in inner:`,
        `        return ${missing}`,
        ...(noneValue === "kept" ? [] : [`    if inner[${i}] is None:`, `        return ${none}`]),
        `    return inner[${i}]`,
      ),
      inputs: [
        "{}",
        dict("{}"),
        dict("None"),
        dict("'text'"),
        dict("[]"),
        dict(`{${i}: None}`),
        dict(`{${i}: 0}`),
        dict(`{${i}: ''}`),
        dict(`{${i}: ${sample}}`),
        `{${i}: ${sample}}`,
        dict(`{${i}: False, 'x': 1}`),
      ].map((value) => [value]),
    };
  },
});

const NONE = {
  missing: (_: string, missing: string) =>
    missing === "None"
      ? "A value of None is returned as None."
      : `A value of None counts as missing and gives ${missing}.`,
  kept: (inner: string) => `If '${inner}' is there and its value is None, return None.`,
  own: (inner: string) => `If '${inner}' is there but its value is None, return 'not set'.`,
} as const;
