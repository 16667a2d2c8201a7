import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildExampleIr } from "../build-example-ir.ts";
import { writeExpression } from "../python/write-expression.ts";
import { readCheckableIr } from "../read-checkable-ir.ts";
import type { EffectBranch, ReadEffect } from "./read-effect.ts";
import { readEffects } from "./read-effects.ts";

function read(...effects: string[]): readonly ReadEffect[] {
  const parameters = { text: "str", n: "int", items: "list[int]", value: "Any", is_open: "bool" };
  const value = buildExampleIr({ parameters, effects });
  const ir = readCheckableIr({ ir: null, value });
  return ir === null ? [] : readEffects(ir);
}

function show({ condition, result }: EffectBranch, text: string): string {
  const returned =
    result === null
      ? "-"
      : `${result.kind} ${result.expression === null ? text.slice(result.start, result.end) : writeExpression(result.expression)}`;
  if (condition === null) return `=> ${returned}`;
  const loop = condition.isInLoop ? "loop " : "";
  const words = condition.isOtherwise ? "otherwise" : text.slice(condition.start, condition.end);
  const test =
    condition.expression === null ? `"${words.trim()}"` : writeExpression(condition.expression);
  return `${loop}${test} => ${returned}`;
}

function branches(text: string): string[] {
  return read(text).flatMap((effect) => effect.branches.map((branch) => show(branch, effect.text)));
}

describe("branches", () => {
  it.each<[string, string[]]>([
    ["If len(text) < 8, return LITERAL 'a'.", ['len(text) < 8 => literal "a"']],
    ["If n is 0 then return LITERAL -1.", ["n == 0 => literal (- 1)"]],
    ["If n is 4, 6, 9 or 11, return LITERAL 30.", ["n in (4, 6, 9, 11) => literal 30"]],
    ["When text is empty, return LITERAL [].", ["len(text) == 0 => literal []"]],
    [
      "If text is None or empty, return text.",
      ["(text is None or len(text) == 0) => expression text"],
    ],
    ["If items has fewer than 2 items, return None.", ["len(items) < 2 => expression None"]],
    ["If the length of text is at least 3, return n.", ["len(text) >= 3 => expression n"]],
    ["Unless is_open is true, return LITERAL 0.", ["(not is_open) => literal 0"]],
    ["If n > 0 and n is even, return n // 2.", ["(n > 0 and (n % 2) == 0) => expression (n // 2)"]],
    ["If value is a bool, return LITERAL 'b'.", ['isinstance(value, bool) => literal "b"']],
    ["If value is NaN, return value.", ["value != value => expression value"]],
    ["If text or value is a str, return text.", ['"text or value is a str" => expression text']],
    ["If 'a' is not a key of value, return n.", ['"a" not in value => expression n']],
    ["If the user is an admin, return LITERAL 1.", ['"the user is an admin" => literal 1']],
    ["If n < 0, set n to 0.", ["n < 0 => -"]],
    ["If n < 0, raise ValueError.", ["n < 0 => raise  ValueError"]],
    ["Else if n > 3 then return LITERAL 2.", ["n > 3 => literal 2"]],
    ["If none of these applies, return n.", ['"otherwise" => expression n']],
    ["Otherwise return text unchanged.", ['"otherwise" => expression text']],
    ["In all other cases, return LITERAL 'x'; it is rare.", ['"otherwise" => literal "x"']],
    [
      "Return LITERAL 1 if n > 3, otherwise return LITERAL 2.",
      ["n > 3 => literal 1", '"otherwise" => literal 2'],
    ],
    ["Return 1 if n > 3 else 2.", ["n > 3 => expression 1", '"otherwise" => expression 2']],
    ["Return the sorted list.", ["=> words the sorted list"]],
    ["Return text[1:] + 'a.b'; done.", ['=> expression (text[1::] + "a.b")']],
    ["Remove blanks and return what is left.", ["=> words what is left"]],
    ["For each item in items, if item > n, return item.", ["loop item > n => expression item"]],
    [
      "At the first item > 3 return its index.",
      ['loop "At the first item > 3" => words its index'],
    ],
    ["An empty text gives LITERAL ''.", ['"An empty text" => literal ""']],
    ["Do not return n.", []],
    ["The value that it returns is new.", []],
    ["list.sort works in place and returns None.", []],
    ["Write 'If x, return y' on a line.", []],
  ])("of %j are %j", (text, expected) => {
    expect(branches(text)).toEqual(expected);
  });
});

describe("introduced names", () => {
  it.each([
    ["Let x_sum be the sum of items.", "x_sum"],
    ["Let share and rest be divmod(n, 2).", "share rest"],
    ["Set total to 0 and best = -1.", "total best"],
    ["Start with a new empty dictionary totals.", "totals"],
    ["For each pair of key and amount in items, add amount.", "key amount"],
    ["for i, char in enumerate(text):", "i char"],
    ["Call it word.", "word"],
    ["Create an empty list called seen and a counter hits with 0.", "seen hits"],
    ["Return the empty text, the list included.", ""],
    ["Build a list that holds all.", ""],
  ])("of %j are %j", (text, expected) => {
    expect(
      read(text)
        .flatMap((e) => e.introduced.map(({ name }) => name))
        .join(" "),
    ).toBe(expected);
  });

  it("are known to later effects, with what they are", () => {
    const [first, second] = read("Let words be text.split(), as usual.", "Return words.");
    expect(first?.definitions.map(({ value }) => value && writeExpression(value))).toEqual([
      "text.split()",
    ]);
    expect(second?.branches[0]?.result).toMatchObject({ kind: "expression" });
  });
});

describe("code", () => {
  it.each([
    ["Go through items[1:] in order, e.g. twice; n >= 2 counts.", "items[1::] | n >= 2"],
    ["A four-digit year and/or true/false is the customer's entry.", ""],
    ["Use sorted(items, key=len), not list.sort.", "sorted(items, key=len) | list.sort"],
    ["Keep 'a.b' and (n, text).", '"a.b" | (n, text)'],
    ["If n <= the limit, 5th or 1_0 stay at -3.", "n | 10 | (- 3)"],
    ["Let rounded be -(-n // 5) * 5.", "rounded | ((- ((- n) // 5)) * 5)"],
  ])("of %j is %j", (text, expected) => {
    expect(
      read(text)
        .flatMap((e) => e.code.map(writeExpression))
        .join(" | "),
    ).toBe(expected);
  });
});

it("reads any text without throwing, with spans inside it", () => {
  const part = fc.constantFrom(
    ..."If n > 0 , return LITERAL 'a' ; otherwise text . [ ( ] ) ' \" Let x be for each in items is not empty and or has fewer than 3 unless `".split(
      " ",
    ),
    "\n",
  );
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(part).map((parts) => parts.join(" ")),
  );
  fc.assert(
    fc.property(text, (description) => {
      for (const effect of read(description)) {
        for (const { start, end } of [...effect.branches, ...effect.code, ...effect.introduced]) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(description.length);
        }
      }
    }),
    { numRuns: 300 },
  );
});
