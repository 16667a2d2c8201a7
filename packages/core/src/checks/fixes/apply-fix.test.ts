import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyFix } from "./apply-fix.ts";
import type { PatchStep } from "../quick-fix.ts";

function apply(text: string, ...patch: PatchStep[]) {
  return applyFix(text, { title: "Fix", patch });
}

describe("applyFix", () => {
  it.each<[string, PatchStep, string]>([
    ['{"a":1}', { op: "replace", path: "/a", value: "x" }, '{"a":"x"}'],
    ['{"a": 1, "b":2}', { op: "remove", path: "/a" }, '{"b":2}'],
    ['{"a":[1,2,3]}', { op: "remove", path: "/a/1" }, '{"a":[1,3]}'],
    ['{"a":[{},{"b":2}],"c":1}', { op: "remove", path: "/a/1" }, '{"a":[{}],"c":1}'],
    ['{"a": [ 1 ]}', { op: "remove", path: "/a/0" }, '{"a": []}'],
    ['{"b":1, "a": 2 }', { op: "remove", path: "/a" }, '{"b":1 }'],
    ['{"a":[1,3]}', { op: "add", path: "/a/1", value: 2 }, '{"a":[1,2,3]}'],
    ['{"a":[1]}', { op: "add", path: "/a/-", value: 2 }, '{"a":[1,2]}'],
    ['{"a":[]}', { op: "add", path: "/a/-", value: { b: 1 } }, '{"a":[{"b":1}]}'],
    ['{"a":{}}', { op: "add", path: "/a/b", value: null }, '{"a":{"b": null}}'],
    ['{"a/b":{"~":1}}', { op: "replace", path: "/a~1b/~0", value: 2 }, '{"a/b":{"~":2}}'],
    ['{"0":{"b":1}}', { op: "replace", path: "/0/b", value: 2 }, '{"0":{"b":2}}'],
    [
      '{\n  "a": [\n    1\n  ]\n}',
      { op: "add", path: "/a/-", value: { b: 2 } },
      '{\n  "a": [\n    1,\n    {\n      "b": 2\n    }\n  ]\n}',
    ],
    ['{\r\n\t"a": 1\r\n}', { op: "add", path: "/b", value: 2 }, '{\r\n\t"a": 1,\r\n\t"b": 2\r\n}'],
  ])("%j with %j is %j", (text, step, expected) => {
    expect(apply(text, step)).toBe(expected);
  });

  it.each<[string, PatchStep]>([
    ["{", { op: "replace", path: "/a", value: 1 }],
    ["[".repeat(100_000), { op: "remove", path: "/0" }],
    ['{"a":1}', { op: "replace", path: "/b", value: 1 }],
    ['{"a":1}', { op: "remove", path: "/b" }],
    ['{"a":1}', { op: "add", path: "/a/b", value: 1 }],
    ['{"a":[1]}', { op: "remove", path: "/a/1" }],
    ['{"a":[1]}', { op: "replace", path: "/a/-", value: 1 }],
    ['{"a":[1]}', { op: "replace", path: "/a/x", value: 1 }],
    ['{"a":[1]}', { op: "add", path: "/a/5", value: 1 }],
    ['{"a":[1]}', { op: "remove", path: "" }],
  ])("leaves %.20j as it is when %j has no place", (text, step) => {
    expect(apply(text, step)).toBe(text);
  });

  it("applies the steps one after the other", () => {
    const steps: PatchStep[] = [
      { op: "remove", path: "/a/0" },
      { op: "replace", path: "/a/0", value: 5 },
    ];
    expect(apply('{"a":[1,2,3]}', ...steps)).toBe('{"a":[5,3]}');
  });

  it("never throws and always gives JSON for JSON", () => {
    const path = fc
      .array(fc.constantFrom("a", "0", "1", "-", "~1", ""), { maxLength: 3 })
      .map((steps) => steps.map((step) => `/${step}`).join(""));
    const value = fc.jsonValue({ maxDepth: 3 });
    const op = fc.constantFrom("add", "replace", "remove");
    fc.assert(
      fc.property(value, fc.nat(3), op, path, (document, indent, kind, place) => {
        const step = { op: kind, path: place, value: 7 } as PatchStep;
        const fixed = apply(JSON.stringify(document, null, indent), step);
        expect(() => JSON.parse(fixed) as unknown).not.toThrow();
      }),
    );
  });
});
