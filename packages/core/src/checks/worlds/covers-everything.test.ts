import { expect, it } from "vitest";
import { parseExpression } from "../python/parse-expression.ts";
import { coversEverything } from "./covers-everything.ts";

function covers(tests: string[]): boolean {
  const expressions = tests.flatMap((test) => {
    const parsed = parseExpression(test);
    return parsed.ok ? [parsed.expression] : [];
  });
  return coversEverything(expressions, (subject) => subject === "n");
}

it.each([
  [["n < 3", "n >= 3"], true],
  [["n < 3", "n > 3"], false],
  [["n <= 3", "n >= 4"], true],
  [["x <= 3", "x >= 4"], false],
  [["x <= 3", "x > 3"], true],
  [["0 <= n <= 9", "n < 0", "n > 9"], true],
  [["len(t) == 0", "len(t) >= 1"], true],
  [["len(t) == 0", "len(t) == 1"], false],
  [["t == 'a'", "t == 'b'"], false],
  [["t == 'a'", "t != 'a'"], true],
  [["t is None", "t is not None"], true],
  [["x > 1 and f(t)", "x > 1 and not f(t)", "x <= 1"], true],
  [["f(t)", "g(t)"], false],
  [["f(t) or not f(t)"], true],
  [["n in (1, 2)", "n not in (1, 2)"], true],
])("%j covers everything: %s", (tests, expected) => {
  expect(covers(tests)).toBe(expected);
});

it("does not claim a gap where there are too many cases to tell", () => {
  expect(covers(Array.from({ length: 12 }, (_, at) => `f${at}(t)`))).toBe(true);
});
