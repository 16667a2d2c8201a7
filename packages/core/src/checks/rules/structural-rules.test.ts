import { describe, expect, it } from "vitest";
import { buildExampleIr } from "../build-example-ir.ts";
import { checkIr } from "../check-ir.ts";
import type { ExampleIr } from "../check.ts";
import { applyFix } from "../fixes/apply-fix.ts";

function findings(check: string, ir: ExampleIr, prompt: string | null = null) {
  const raw = JSON.stringify(buildExampleIr(ir));
  return checkIr(prompt, raw).findings.filter((finding) => finding.check === check);
}

const number = { parameters: { n: "int" }, returns: "str" };

describe.each<[string, [ExampleIr, string[]][]]>([
  [
    "wrong_order",
    [
      [
        { ...number, effects: ["If n < 9, return 'a'.", "If n < 5, return 'b'."] },
        ["/effects/0/description"],
      ],
      [{ ...number, effects: ["If n < 5, return 'b'.", "If n < 9, return 'a'."] }, []],
      [{ ...number, effects: ["If n < 9, return 'a'.", "If n < 5, return 'a'."] }, []],
      [
        {
          ...number,
          effects: ["If isinstance(n, int), return 'a'.", "If isinstance(n, bool), return 'b'."],
        },
        ["/effects/0/description"],
      ],
      [{ ...number, effects: ["Return str(n).", "If n is negative, return ''."] }, []],
    ],
  ],
  [
    "missing_return_path",
    [
      [{ ...number, effects: [] }, ["/effects"]],
      [
        { ...number, effects: ["If n > 0, exit the function.", "Otherwise return 'a'."] },
        ["/effects/0/description"],
      ],
      [{ ...number, effects: ["If n > 0, return 'a'.", "All others get 'b'."] }, []],
      [{ ...number, returns: null, effects: ["If n > 0, print it."] }, []],
      [{ ...number, effects: ["If n > 0 or n == 0, return 'a'.", "If n < 0, return 'b'."] }, []],
    ],
  ],
  [
    "contradiction",
    [
      [{ ...number, effects: ["If n > 3 and n < 4, return 'a'."] }, ["/effects/0/description"]],
      [
        {
          ...number,
          returns: "str | None",
          assertions: ["result is None or n > 0", "n > 0 or result != None"],
        },
        ["/assertions/1/predicate"],
      ],
      [
        { ...number, assertions: ["n != 1 or result == 'a'", "n >= 2 or result == 'b'"] },
        ["/assertions/1/predicate"],
      ],
      [{ ...number, assertions: ["isinstance(result, int)"] }, ["/assertions/0/predicate"]],
      [{ ...number, assertions: ["n != 1 or result is None"] }, ["/assertions/0/predicate"]],
      [
        {
          ...number,
          effects: ["Double n.", "If n == 2, return 'a'.", "Otherwise return 'b'."],
          assertions: ["n != 1 or result == 'a'"],
        },
        [],
      ],
      [
        {
          ...number,
          returns: "str | None",
          effects: ["If n < 0, return None.", "Otherwise return str(n)."],
          constraints: [{ type: "return_constraint", value_name: "text" }],
        },
        ["/constraints/0/requirement"],
      ],
    ],
  ],
  [
    "signature_mismatch",
    [
      [{ parameters: { n: "integer" }, returns: "str" }, ["/signature/parameters/0/type_hint"]],
      [{ parameters: { lambda: "int" }, returns: "str" }, ["/signature/parameters/0/name"]],
      [{ ...number, assertions: ["len(n) > 0"] }, ["/signature/parameters/0/type_hint"]],
      [
        { parameters: { n: "float" }, returns: "int", effects: ["Return LITERAL 1.5."] },
        ["/signature/returns"],
      ],
      [{ parameters: { n: "int" }, effects: ["Return LITERAL 1."] }, ["/signature/returns"]],
      [
        { ...number, assertions: ["k > 1 or result == ''", "k != 2 or result == 'a'"] },
        ["/signature/parameters"],
      ],
      [{ parameters: { n: "int" }, returns: "float", effects: ["Return LITERAL 0."] }, []],
    ],
  ],
  [
    "bogus_constraint",
    [
      [
        { ...number, constraints: [{ type: "position_constraint", elements: [] }] },
        ["/constraints/0"],
      ],
      [
        {
          parameters: { t: "str" },
          returns: "None",
          constraints: [{ type: "return_constraint", value_name: "t" }],
        },
        ["/constraints/0"],
      ],
      [
        {
          parameters: { t: "str" },
          returns: "str",
          constraints: [
            { type: "position_constraint", elements: ["a", "b"], min_distance: 3, max_distance: 2 },
          ],
        },
        ["/constraints/0"],
      ],
      [
        {
          parameters: { t: "str" },
          returns: "str",
          constraints: [{ type: "position_constraint", elements: ["a", "b"] }],
        },
        [],
      ],
    ],
  ],
  [
    "undefined_name",
    [
      [{ ...number, assertions: ["output == str(n)"] }, ["/assertions/0/predicate"]],
      [{ ...number, assertions: ["input > 3"] }, ["/assertions/0/predicate"]],
      [
        {
          ...number,
          assertions: ["math.isclose(n, 1)", "isinstance(result, Decimal)", "example(n) == result"],
        },
        [],
      ],
      [{ ...number, effects: ["Return total[0]."] }, ["/effects/0/description"]],
      [
        {
          ...number,
          effects: [
            "For each digit of n, add digit * 2 to the sum.",
            "Return sum(digits) / count, where count is the number of digits.",
          ],
        },
        [],
      ],
    ],
  ],
])("%s", (check, cases) => {
  it.each(cases)("%j has %j", (ir, paths) => {
    expect(findings(check, ir).map(({ path }) => path)).toEqual(paths);
  });
});

describe("fixes", () => {
  it.each<[string, string, ExampleIr, string | null]>([
    [
      "missing_return_path",
      "Add \"Otherwise return LITERAL 'b'.\"",
      { ...number, effects: ["If n > 0, return LITERAL 'a'."] },
      "Return 'a' above 0 and 'b' otherwise.",
    ],
    [
      "missing_return_path",
      'Add "Otherwise return LITERAL False."',
      { ...number, returns: "bool", effects: ["If n > 0, return LITERAL True."] },
      null,
    ],
    [
      "wrong_order",
      "Put the narrower conditions first",
      {
        ...number,
        effects: ["If n > 0, return 'a'.", "If n > 5, return 'b'.", "Otherwise return 'c'."],
      },
      null,
    ],
    [
      "signature_mismatch",
      "Write the return type as `str | None`",
      { ...number, effects: ["If n > 0, return None.", "Otherwise return str(n)."] },
      null,
    ],
    [
      "signature_mismatch",
      "Write the type as `list[int]`",
      { parameters: { xs: "list of ints" }, returns: "int", effects: ["Return len(xs)."] },
      null,
    ],
    [
      "prose_predicate",
      "Write `not (n > 0) or result == 'a'`",
      { ...number, assertions: ["if n > 0 then result = 'a'"] },
      null,
    ],
    [
      "undefined_name",
      "Write `result` for `output`",
      { ...number, assertions: ["output == str(n)"] },
      null,
    ],
    [
      "contradiction",
      "Write OPTIONAL_RETURN",
      {
        ...number,
        returns: "str | None",
        effects: ["If n > 0, return None.", "Otherwise return str(n)."],
        constraints: [{ type: "return_constraint", value_name: "n" }],
      },
      null,
    ],
  ])("of %s: %s", (check, title, ir, prompt) => {
    const raw = JSON.stringify(buildExampleIr(ir));
    const before = checkIr(prompt, raw).findings;
    const fix = before.find((finding) => finding.check === check)?.fix;
    expect(fix?.title).toBe(title);
    const after = checkIr(prompt, fix === undefined ? raw : applyFix(raw, fix)).findings;
    expect(after.filter((finding) => finding.check === check)).toEqual([]);
    expect(after.length).toBeLessThanOrEqual(before.length);
  });
});
