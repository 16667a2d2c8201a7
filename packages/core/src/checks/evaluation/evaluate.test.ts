import { describe, expect, it } from "vitest";
import { parseExpression } from "../python/parse-expression.ts";
import { evaluate } from "./evaluate.ts";
import { makeContainer, makeFloat, type PythonValue, writeValue } from "./python-value.ts";

const KNOWN = new Map<string, PythonValue>([
  ["n", 3],
  ["x", makeFloat(2.5)],
  ["text", "Ab c"],
  ["items", makeContainer("list", [3, 1, 2])],
  ["none", null],
  ["flag", true],
  ["len(other)", 4],
]);

function run(source: string): string | undefined {
  const parsed = parseExpression(source);
  const value = parsed.ok ? evaluate(parsed.expression, KNOWN) : undefined;
  return value === undefined ? undefined : writeValue(value);
}

describe("evaluate", () => {
  it.each([
    ["n + 1", "4"],
    ["n / 2", "1.5"],
    ["-7 // 2", "-4"],
    ["-1 % 24", "23"],
    ["2 ** 10", "1024"],
    ["n * 1.0", "3.0"],
    ["True + 1", "2"],
    ["'a' * n + \"b\"", "'aaab'"],
    ["[0] * 2 + [1]", "[0, 0, 1]"],
    ["1 == 1.0 == True", "True"],
    ["'b' > 'a' < 'c'", "True"],
    ["flag is True", "True"],
    ["n is not None", "True"],
    ["none is None", "True"],
    ["3 in items and 'b' in text", "True"],
    ["unknown or n", "True"],
    ["unknown and False", "False"],
    ["not items", "False"],
    ["len(items) + len(other)", "7"],
    ["sorted(items)[0]", "1"],
    ["max(items) - min(items) + sum(items)", "8"],
    ["abs(-x)", "2.5"],
    ["items[-1]", "2"],
    ["text[1:3]", "'b '"],
    ["text[-2:]", "' c'"],
    ["text.lower().split()", "['ab', 'c']"],
    ["text.startswith('A')", "True"],
    ["{'a': 1}.get('b')", "None"],
    ["{'a': 1}['a']", "1"],
    ["{1, 1, 2} == {2, 1}", "True"],
    ["isinstance(flag, int)", "True"],
    ["isinstance(n, (bool, str))", "False"],
    ["isinstance(x, float)", "True"],
    ["'yes' if n > 2 else 'no'", "'yes'"],
    ["(1,)", "(1,)"],
  ])("%s is %s", (source, expected) => {
    expect(run(source)).toBe(expected);
  });

  it.each([
    ["unknown"],
    ["n / 0"],
    ["n % 0"],
    ["2 ** 5000"],
    ["'a' * 1000000"],
    ["'a' < 1"],
    ["items['a']"],
    ["items[7]"],
    ["{}['a']"],
    ["[x for x in items]"],
    ["9007199254740993"],
    ["f'{n}'"],
    ["n is 3"],
    ["text + 1"],
    ["unknown or False"],
    ["isinstance(n, Sized)"],
    ["min([])"],
  ])("%s is not known", (source) => {
    expect(run(source)).toBeUndefined();
  });
});
