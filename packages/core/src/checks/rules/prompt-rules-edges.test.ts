import { describe, expect, it } from "vitest";
import { buildExampleIr } from "../build-example-ir.ts";
import { checkIr } from "../check-ir.ts";
import type { ExampleIr } from "../check.ts";

/** `severity path` of the findings of one check, in their order. */
function list(prompt: string, example: ExampleIr, check: string): string[] {
  return checkIr(prompt, JSON.stringify(buildExampleIr(example)))
    .findings.filter((finding) => finding.check === check)
    .map(({ severity, path }) => `${severity} ${path}`);
}

const DIVIDE = "Divide total by parts. Return None if parts is 0.";
const NUMBERS = { parameters: { total: "int", parts: "int" }, returns: "float | None" };
const DIVISION = "Otherwise return total / parts, with true division.";

describe("edge cases that a prompt names", () => {
  it.each<[name: string, prompt: string, ir: ExampleIr, expected: string[]]>([
    [
      "zero only in an assertion",
      DIVIDE,
      { ...NUMBERS, effects: [DIVISION], assertions: ["parts != 0 or result is None"] },
      ["error /effects", "warning /effects"],
    ],
    [
      "zero decided",
      DIVIDE,
      { ...NUMBERS, effects: ["If parts == 0, return LITERAL None.", DIVISION] },
      [],
    ],
    [
      "negative only set aside by predicates",
      "Return twice n. For a negative number return 0.",
      {
        parameters: { n: "int" },
        returns: "int",
        effects: ["Return 2 * n."],
        assertions: ["n < 0 or result == 2 * n", "n != 0 or result == 0"],
      },
      ["warning /effects"],
    ],
    [
      "negative tried by a predicate",
      "Return twice n. For a negative number return 0.",
      {
        parameters: { n: "int" },
        returns: "int",
        effects: ["Return 2 * max(n, 0)."],
        assertions: ["n != -3 or result == 0"],
      },
      [],
    ],
    [
      "None that is passed in",
      "Return the name, or 'x' if the name is None.",
      { parameters: { name: "str" }, returns: "str", effects: ["Return name or LITERAL 'x'."] },
      ["warning /effects"],
    ],
    [
      "None that comes out",
      "Return the first word; the result is None when there is no word.",
      {
        parameters: { text: "str" },
        returns: "str | None",
        effects: [
          "Let words be text.split(). If there are no words, return LITERAL None.",
          "Return words[0].",
        ],
      },
      [],
    ],
  ])("%s", (_, prompt, ir, expected) => {
    const severe = list(prompt, ir, "missing_edge_case").filter((each) => !each.startsWith("info"));
    expect(severe).toEqual(expected);
  });
});

const INT = { parameters: { n: "int" }, returns: "int" };

describe("boundaries and literals beside right ones", () => {
  it.each<[name: string, check: string, prompt: string, effects: string[], expected: string[]]>([
    [
      "zero or negative",
      "wrong_threshold",
      "Return 1 if n is 0 or negative, and 5 otherwise.",
      ["If n < 0, return LITERAL 1.", "Otherwise return LITERAL 5."],
      ["error /effects/0/description"],
    ],
    [
      "ordinal",
      "wrong_threshold",
      "Return 7 from the 5th try on, and 8 before.",
      ["If n > 5, return LITERAL 7.", "Otherwise return LITERAL 8."],
      ["error /effects/0/description"],
    ],
    [
      "a loop that counts",
      "wrong_threshold",
      "Double n while it is below 100, at most 6 times.",
      ["Let steps be 0.", "While n < 100 and steps < 6, double n and add 1 to steps.", "Return n."],
      [],
    ],
    [
      "one result is off",
      "wrong_literal",
      "Return -1 if n is negative or above 900, and n otherwise.",
      ["If n < 0, return LITERAL -1.", "If n > 900, return LITERAL -10.", "Otherwise return n."],
      ["error /effects/1/description"],
    ],
    [
      "a cap with another number",
      "wrong_literal",
      "Return n, but never more than 9.",
      ["If n > 9, return LITERAL 90.", "Otherwise return n."],
      ["error /effects/0/description"],
    ],
    [
      "a float for an int",
      "missing_python_quirk",
      "Return half of n.",
      ["Return n / 2."],
      ["warning /effects/0/description"],
    ],
    [
      "a value that nobody names",
      "verbose_string",
      "Return 42 for n above 3. The result is 17 otherwise.",
      ["If n > 3, return LITERAL 42.", "Otherwise return the corresponding constant."],
      ["error /effects/1/description"],
    ],
  ])("%s", (_, check, prompt, effects, expected) => {
    expect(list(prompt, { ...INT, effects }, check)).toEqual(expected);
  });

  it("takes upper case for wrong where the effects fold to lower case", () => {
    const effects = [
      "If key.lower() == 'STOP', return LITERAL 'no'.",
      "Otherwise return LITERAL 'go'.",
    ];
    const ir = { parameters: { key: "str" }, returns: "str", effects };
    const prompt = "Return 'no' for 'stop' in any case, and 'go' otherwise.";
    expect(list(prompt, ir, "wrong_literal")).toEqual(["warning /effects/0/description"]);
  });

  it("replaces a slip in the predicates too", () => {
    const ir = buildExampleIr({
      parameters: { n: "int" },
      returns: "str",
      effects: ["If n > 9, return LITERAL 'too lnog'.", "Otherwise return LITERAL 'fine'."],
      assertions: ["n != 10 or result == 'too lnog'"],
    });
    const prompt = "Return 'too long' if n is more than 9, and 'fine' otherwise.";
    const { findings } = checkIr(prompt, JSON.stringify(ir));
    const fix = findings.find(({ check }) => check === "wrong_literal")?.fix;
    expect(fix?.patch.map(({ path }) => path)).toEqual([
      "/effects/0/description",
      "/assertions/0/predicate",
    ]);
  });
});
