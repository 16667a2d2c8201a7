import { describe, expect, it } from "vitest";
import { buildExampleIr } from "../build-example-ir.ts";
import { checkIr } from "../check-ir.ts";
import type { ExampleIr } from "../check.ts";
import { applyFix } from "../fixes/apply-fix.ts";
import type { Finding } from "../finding.ts";

const write = (example: ExampleIr): string => JSON.stringify(buildExampleIr(example));

function find(prompt: string, example: ExampleIr, check: string): Finding[] {
  return checkIr(prompt, write(example)).findings.filter((finding) => finding.check === check);
}

/** `severity path`, in the order of the findings. */
function list(prompt: string, example: ExampleIr, check: string): string[] {
  return find(prompt, example, check).map(({ severity, path }) => `${severity} ${path}`);
}

const INT = { parameters: { x: "int" }, returns: "str" };
const EFFECT_0 = "/effects/0/description";
const LIMIT = "Return 'low' if x is below 10, and 'high' otherwise.";

describe("rules about the prompt", () => {
  it.each<[name: string, check: string, prompt: string, effects: string[], expected: string[]]>([
    [
      "other case",
      "wrong_literal",
      LIMIT,
      ["If x < 10, return LITERAL 'Low'.", "Otherwise return LITERAL 'high'."],
      [`error ${EFFECT_0}`],
    ],
    [
      "forgotten branch",
      "wrong_literal",
      LIMIT,
      ["If x < 10, return LITERAL 'low'."],
      ["error /effects"],
    ],
    [
      "everything there",
      "wrong_literal",
      LIMIT,
      ["If x < 10, return LITERAL 'low'.", "Otherwise return LITERAL 'high'."],
      [],
    ],
    [
      "described",
      "verbose_string",
      LIMIT,
      ["If x < 10, return a message saying that it is low.", "Otherwise return LITERAL 'high'."],
      [`error ${EFFECT_0}`],
    ],
    [
      "looked up",
      "verbose_string",
      LIMIT,
      ["If x < 10, return LITERAL 'low'.", "Otherwise return the label of LITERAL 'high'."],
      [],
    ],
    [
      "unmarked",
      "unmarked_literal",
      LIMIT,
      ["If x < 10, return 'low'.", "Otherwise return LITERAL 'high'."],
      [`warning ${EFFECT_0}`],
    ],
    [
      "wrong side",
      "wrong_threshold",
      LIMIT,
      ["If x <= 10, return LITERAL 'low'.", "Otherwise return LITERAL 'high'."],
      [`error ${EFFECT_0}`],
    ],
    [
      "off by one",
      "wrong_threshold",
      LIMIT,
      ["If x < 9, return LITERAL 'low'.", "Otherwise return LITERAL 'high'."],
      [`error ${EFFECT_0}`],
    ],
    [
      "next whole number",
      "wrong_threshold",
      LIMIT,
      ["If x <= 9, return LITERAL 'low'.", "Otherwise return LITERAL 'high'."],
      [],
    ],
    [
      "turned round",
      "wrong_threshold",
      LIMIT,
      ["If x >= 10, return LITERAL 'high'.", "Otherwise return LITERAL 'low'."],
      [],
    ],
    [
      "in words",
      "wrong_threshold",
      LIMIT,
      ["If x is at most 10, return LITERAL 'low'.", "Otherwise return LITERAL 'high'."],
      [`error ${EFFECT_0}`],
    ],
    ["appropriate", "vague_effect", LIMIT, ["Handle x appropriately."], [`warning ${EFFECT_0}`]],
    ["empty step", "vague_effect", LIMIT, ["Perform all further checks."], [`warning ${EFFECT_0}`]],
    ["made exact", "vague_effect", LIMIT, ["Return the appropriate value LITERAL 'low'."], []],
  ])("%s", (_, check, prompt, effects, expected) => {
    expect(list(prompt, { ...INT, effects }, check)).toEqual(expected);
  });

  it.each<[name: string, prompt: string, example: ExampleIr, expected: string[]]>([
    [
      "divides by the length",
      "Return the average.",
      { parameters: { xs: "list[int]" }, effects: ["Return sum(xs) / len(xs)."] },
      ["error /effects"],
    ],
    [
      "a guard",
      "Return the average.",
      {
        parameters: { xs: "list[int]" },
        effects: ["If xs is empty, return LITERAL None.", "Return sum(xs) / len(xs)."],
      },
      [],
    ],
    [
      "a predicate as guard",
      "Return the average.",
      {
        parameters: { xs: "list[int]" },
        effects: ["Return sum(xs) / len(xs)."],
        assertions: ["xs != [] or result is None"],
      },
      [],
    ],
    [
      "takes the first",
      "Return the first.",
      { parameters: { xs: "list[int]" }, effects: ["Return xs[0]."] },
      ["error /effects"],
    ],
    [
      "divides by a number",
      "Divide x by y.",
      { parameters: { x: "int", y: "int" }, effects: ["Return x / y."] },
      ["error /effects"],
    ],
    [
      "None of a hint",
      "Return it in capitals.",
      { parameters: { x: "str | None" }, effects: ["Return x.upper(); an empty x stays."] },
      ["warning /signature/parameters/0"],
    ],
    [
      "empty without a crash",
      "Return it in capitals.",
      { parameters: { x: "str" }, effects: ["Return x.upper()."] },
      ["info /signature/parameters/0"],
    ],
  ])("missing_edge_case: %s", (_, prompt, example, expected) => {
    expect(list(prompt, example, "missing_edge_case")).toEqual(expected);
  });

  it.each<[name: string, prompt: string, example: ExampleIr, expected: string[]]>([
    [
      "round",
      "Round x; 0.5 is rounded up.",
      { parameters: { x: "float" }, effects: ["Return round(x)."] },
      [`error ${EFFECT_0}`],
    ],
    [
      "a word about halves",
      "Round x to a whole number.",
      { parameters: { x: "float" }, effects: ["Return round(x), half to even."] },
      [],
    ],
    [
      "in place",
      "Sort the list.",
      { parameters: { xs: "list[int]" }, effects: ["Call xs.sort() and return xs."] },
      [`warning ${EFFECT_0}`],
    ],
    [
      "a new list",
      "Sort the list.",
      { parameters: { xs: "list[int]" }, effects: ["Return sorted(xs) as a new list."] },
      [],
    ],
    [
      "split",
      "Count the words.",
      { parameters: { x: "str" }, effects: ["Return len(x.split(' '))."] },
      [`warning ${EFFECT_0}`],
    ],
    [
      "NaN",
      "Return None if x is NaN.",
      { parameters: { x: "float" }, effects: ["Return x."] },
      ["warning /effects"],
    ],
    [
      "floor",
      "Halve x and round down.",
      { parameters: { x: "int" }, effects: ["Return x / 2."] },
      [`error ${EFFECT_0}`],
    ],
  ])("missing_python_quirk: %s", (_, prompt, example, expected) => {
    expect(list(prompt, example, "missing_python_quirk")).toEqual(expected);
  });

  it("adds the step for bool before the one for int, with the fallback's value", () => {
    const prompt = "Return 'integer' for an int and 'unknown' for any other type.";
    const example: ExampleIr = {
      parameters: { value: "Any" },
      returns: "str",
      effects: [
        "If isinstance(value, int), return LITERAL 'integer'.",
        "Otherwise return LITERAL 'unknown'; None is one of these.",
      ],
    };
    const [finding] = find(prompt, example, "missing_python_quirk");
    const fixed = finding?.fix === undefined ? "" : applyFix(write(example), finding.fix);
    const { findings, ir } = checkIr(prompt, fixed);
    expect(ir?.effects.map(({ description }) => description.slice(0, 44))).toEqual([
      "If isinstance(value, bool), return LITERAL '",
      "If isinstance(value, int), return LITERAL 'i",
      "Otherwise return LITERAL 'unknown'; None is ",
    ]);
    expect(findings.filter(({ errorType }) => errorType === "missing_python_quirk")).toEqual([]);
  });

  it.each([
    ["wrong_literal", "If x < 10, return LITERAL 'Low'."],
    ["unmarked_literal", "If x < 10, return 'low'."],
    ["wrong_threshold", "If x <= 10, return LITERAL 'low'."],
    ["wrong_threshold", "If x < 9, return LITERAL 'low'."],
    ["wrong_threshold", "If 10 >= x, return LITERAL 'low'."],
    ["wrong_threshold", "If x is at most 10, return LITERAL 'low'."],
    ["verbose_string", "If x < 10, return a message saying that it is low."],
  ])("%s: the fix of %j brings it in order", (check, effect) => {
    const example = { ...INT, effects: [effect, "Otherwise return LITERAL 'high'."] };
    const [finding] = find(LIMIT, example, check);
    const fixed = finding?.fix === undefined ? "" : applyFix(write(example), finding.fix);
    const serious = checkIr(LIMIT, fixed).findings.filter(({ severity }) => severity !== "info");
    expect(serious).toEqual([]);
  });
});
