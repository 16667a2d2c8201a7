import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { IR_LIMITS } from "./ir-limits.ts";
import { type JsonOverview, scanJson } from "./scan-json.ts";

const UNLIMITED = {
  maxLength: Infinity,
  maxDepth: Infinity,
  maxNodes: Infinity,
  maxStringLength: Infinity,
};

function overview(text: string): JsonOverview {
  const scan = scanJson(text, UNLIMITED);
  if (!scan.ok) throw new Error(scan.problem.message);
  return scan.overview;
}

function problem(text: string, limits = UNLIMITED) {
  const scan = scanJson(text, limits);
  if (scan.ok) throw new Error(`accepted ${text.slice(0, 40)}`);
  return scan.problem;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe("scanJson", () => {
  it("agrees with JSON.parse on documents", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), fc.nat(3), (text, indent) => {
        expect(scanJson(JSON.stringify(JSON.parse(text), null, indent), UNLIMITED).ok).toBe(true);
      }),
    );
  });

  it("agrees with JSON.parse on texts with one character changed", () => {
    const character = fc.constantFrom(..."{}[]\",:\\ \n\t\u{0}019.-+eEu/tfn'a\u00a0\ufeff\u2028😀");
    const seen = { json: 0, other: 0 };
    fc.assert(
      fc.property(
        fc.json({ maxDepth: 3 }),
        fc.nat(),
        fc.nat(1),
        character,
        (text, at, cut, put) => {
          const index = at % (text.length + 1);
          const damaged = text.slice(0, index) + put + text.slice(index + cut);
          expect([damaged, scanJson(damaged, UNLIMITED).ok]).toEqual([damaged, isJson(damaged)]);
          seen[isJson(damaged) ? "json" : "other"] += 1;
        },
      ),
      { numRuns: 3_000 },
    );
    expect(Math.min(seen.json, seen.other)).toBeGreaterThan(100);
  });

  it.each([
    ["", "the text is empty"],
    [" \n", "the text is empty"],
    ["{", "the text ends inside the object that starts at line 1, column 1"],
    ['{"a":\n[1,', "the text ends inside the list that starts at line 2, column 1"],
    ['{"a":"b', "the text ends inside a string"],
    ['{"a":1,}', "expected a property name in double quotes, found `}`"],
    ["{a:1}", "expected a property name in double quotes, found `a`"],
    ["[1,]", "expected a value after the comma, found `]`"],
    ["[1 2]", "expected `,` or `]`, found `2`"],
    ['{"a" 1}', "expected `:` after the property name, found `1`"],
    ["{} {}", "the document is complete, but `{` follows"],
    ["[None]", "`None` is not a JSON value; write null"],
    ["[NaN]", "`NaN` is not a JSON value; JSON has no NaN"],
    ["['a']", "expected a value, found `'`"],
    ["\ufeff{}", "expected a value, found a byte order mark"],
    ["PK\u0003\u0004", "`PK` is not a JSON value"],
    ["\0", "expected a value, found the character U+0000"],
    ['"a\nb"', "a line break in a string must be written as an escape"],
    ['"\\x"', "a backslash before `x` is not a JSON escape"],
  ])("says what is wrong with %j", (text, message) => {
    expect(problem(text)).toMatchObject({ reason: "syntax", message });
  });

  it("gives offset, line and column of the problem", () => {
    expect(problem('{\r\n  "a": 1,\n  "b": tru\n}')).toMatchObject({
      offset: 20,
      line: 3,
      column: 8,
    });
  });

  it("names keys that are written twice, however they are spelt, once each", () => {
    const text = '{"a":1,"\\u0061":2,"a":3,"b":[{"x/y":{"k~":1,"k~":2}},{"c":1}],"c":1}';
    expect(overview(text).duplicateKeys).toEqual(["/a", "/b/0/x~1y/k~0"]);
  });

  it("names __proto__ keys", () => {
    expect(overview('{"a":[0,{"__proto__":1}],"__pr\\u006fto__":2}').prototypeKeys).toEqual([
      "/a/1/__proto__",
      "/__proto__",
    ]);
  });

  it("gives the raw text of every child of the outermost object or list", () => {
    const object = ' {"a" : {"b":[1, 2]} ,"a":"}","c":\t9007199254740993 }';
    expect(overview(object).kind).toBe("object");
    expect(
      overview(object).children.map(({ key, start, end }) => [key, object.slice(start, end)]),
    ).toEqual([
      ["a", '{"b":[1, 2]}'],
      ["a", '"}"'],
      ["c", "9007199254740993"],
    ]);
    const list = '[1, [],\n{"x":"]"} ]';
    expect(overview(list).kind).toBe("array");
    expect(
      overview(list).children.map(({ key, start, end }) => [key, list.slice(start, end)]),
    ).toEqual([
      [null, "1"],
      [null, "[]"],
      [null, '{"x":"]"}'],
    ]);
    expect(overview("1")).toMatchObject({ kind: "scalar", children: [] });
  });

  it.each([
    ["maxDepth", "[[]]", "[[[]]]", "too_deep", { ...UNLIMITED, maxDepth: 2 }],
    ["maxNodes", '{"a":[1]}', '{"a":[1,2]}', "too_many_nodes", { ...UNLIMITED, maxNodes: 3 }],
    ["maxLength", "[1]", "[1] ", "too_long", { ...UNLIMITED, maxLength: 3 }],
    [
      "maxStringLength",
      '{"ab":"cd"}',
      '{"ab":"cde"}',
      "string_too_long",
      { ...UNLIMITED, maxStringLength: 2 },
    ],
    [
      "maxStringLength of keys",
      '{"ab":1}',
      '{"abc":1}',
      "string_too_long",
      { ...UNLIMITED, maxStringLength: 2 },
    ],
  ])("stops at %s and not before", (_, within, beyond, reason, limits) => {
    expect(scanJson(within, limits).ok).toBe(true);
    expect(problem(beyond, limits).reason).toBe(reason);
  });

  it.each([
    ["100,000 levels", "[".repeat(100_000) + "]".repeat(100_000), "too_deep"],
    ["100,000 levels of objects", '{"a":'.repeat(100_000), "too_deep"],
    ["50 MB", `"${"a".repeat(50_000_000)}"`, "too_long"],
    ["200,000 elements", `[${"1,".repeat(200_000)}1]`, "too_many_nodes"],
  ])("refuses %s", (_, text, reason) => {
    expect(problem(text, IR_LIMITS).reason).toBe(reason);
  });

  it("reads 100,000 levels and long numbers without recursion when the limits allow it", () => {
    expect(scanJson("[".repeat(100_000) + "]".repeat(100_000), UNLIMITED).ok).toBe(true);
    expect(scanJson("1".repeat(10_000_000), UNLIMITED).ok).toBe(true);
  });
});
