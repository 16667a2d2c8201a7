import { describe, expect, it } from "vitest";
import { listFreeNames } from "./list-free-names.ts";
import { parseExpression } from "./parse-expression.ts";

describe("listFreeNames", () => {
  it.each([
    ["a + b.c[d](e=f)", "a b d f"],
    ["[x for x in y if x > z]", "y z"],
    ["{k: v for k, v in d.items()}", "d"],
    ["sorted(a, key=lambda p: p[0] + q)", "sorted a q"],
    ["f'{a} {b!r}' + 'c'", "a b"],
    ["(n := len(a)) > 1 and n < 5", "len a"],
    ["all(item in words for item in result)", "all words result"],
  ])("of %s are %s", (source, expected) => {
    const parsed = parseExpression(source);
    const names = parsed.ok ? listFreeNames(parsed.expression) : [];
    expect(names.map(({ name }) => name).join(" ")).toBe(expected);
    for (const { name, start, end } of names) expect(source.slice(start, end)).toBe(name);
  });
});
