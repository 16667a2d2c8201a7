import type { CheckInfo } from "./check.ts";

/** The shortest IR; a part of it is spoilt in each example. */
const WHOLE =
  '{"intent": {"summary": "Return the number one."}, "signature": {"name": "one", "parameters": []}}';
const PASSES = [{ prompt: "Return 1.", ir: {}, raw: WHOLE }];

/** What `readIr` looks at before anything else: whether the text is an IR at all. */
export const FORM_CHECKS: readonly CheckInfo[] = [
  {
    id: "json",
    errorType: "schema_invalid",
    version: 1,
    title: "Text is no JSON",
    description:
      "The text must be one JSON document of at most a million characters. Nothing else is checked until it is.",
    examples: {
      flags: [{ prompt: "Return 1.", ir: {}, raw: `${WHOLE.slice(0, -1)},}`, path: "" }],
      passes: PASSES,
    },
  },
  {
    id: "schema",
    errorType: "schema_invalid",
    version: 1,
    title: "Does not fit the schema",
    description:
      "Every property must be one that an IR may have, with a value of its type. Later tools refuse anything else.",
    examples: {
      flags: [
        {
          prompt: "Merge two sorted lists.",
          ir: { name: "mergeSorted", effects: ["Return the merged list."] },
          path: "/signature/name",
        },
        {
          prompt: "Return 1.",
          ir: { overrides: { efects: [] } },
          path: "/efects",
        },
      ],
      passes: [{ prompt: "Return 1.", ir: { name: "return_one", effects: ["Return LITERAL 1."] } }],
    },
  },
  {
    id: "duplicate_key",
    errorType: "schema_invalid",
    version: 1,
    title: "Key written twice",
    description:
      "A key stands twice in one object. Most readers keep only the last value, so the first one is lost silently.",
    examples: {
      flags: [
        {
          prompt: "Return 1.",
          ir: {},
          raw: WHOLE.replace('"name": "one"', '"name": "two", "name": "one"'),
          path: "/signature/name",
        },
      ],
      passes: PASSES,
    },
  },
  {
    id: "prototype_key",
    errorType: "schema_invalid",
    version: 1,
    title: "Key named __proto__",
    description: "Some programs misread an object that has the key `__proto__`.",
    examples: {
      flags: [
        {
          prompt: "Return 1.",
          ir: {},
          raw: WHOLE.replace('"parameters": []', '"parameters": [], "__proto__": {}'),
          path: "/signature/__proto__",
        },
      ],
      passes: PASSES,
    },
  },
];
