import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listChildren } from "./list-children.ts";
import { parseExpression, parseExpressionAt } from "./parse-expression.ts";
import type { PythonExpression } from "./python-expression.ts";

describe("parseExpression", () => {
  it.each([
    ["a", "a"],
    [" a ", "a"],
    ["a # why", "a"],
    ["1_000", "1000"],
    ["0x_fF + 0b11 + 0o17", "((255 + 3) + 15)"],
    ["1e3", "1000.0"],
    [".5", "0.5"],
    ["10.", "10.0"],
    ["a < b <= c", "(a < b <= c)"],
    ["(a < b) < c", "((a < b) < c)"],
    ["not a == b", "(not (a == b))"],
    ["a not in b is not c", "(a not in b is not c)"],
    ["a or b and not c", "(a or (b and (not c)))"],
    ["a or b or c", "(a or b or c)"],
    ["-x ** -y", "(- (x ** (- y)))"],
    ["a - b - c", "((a - b) - c)"],
    ["a | b & c << 1", "(a | (b & (c << 1)))"],
    ["a // b % c @ d", "(((a // b) % c) @ d)"],
    ["a if b else c if d else e", "(b ? a : (d ? c : e))"],
    ["f(a, *b, c=1, **d)", "f(a, other(b), other(d), c=1)"],
    ["f(x for x in y if x)", "f(for[x](x, y, x))"],
    ["a.b.c(1)[2:, ::3]", "a.b.c(1)[2::, ::3]"],
    ["x[1:2]", "x[1:2:]"],
    ["[a, b,]", "[a, b]"],
    ["()", "()"],
    ["(a,)", "(a)"],
    ["a, b", "(a, b)"],
    ["(a)", "a"],
    ["{a, b}", "set(a, b)"],
    ["{'a': 1, 'b': [2]}", '{"a": 1, "b": [2]}'],
    ["{**a, 'b': 1}", 'other("b", 1, a)'],
    ["{}", "{}"],
    ["{a: b for a, (b, *c) in d}", "for[a,b,c](a, b, d)"],
    ["[a for a in b for c in d if e if f]", "for[a,c](a, b, d, e, f)"],
    ["lambda x, y=z, *a: x + y", "other(z, λx,y,a: (x + y))"],
    ["lambda: 0", "λ: 0"],
    ["(y := f(x)) > 1", "((y := f(x)) > 1)"],
    ["...", "other()"],
    ["1j", "other()"],
    ["(1j)", "other()"],
    ["'a' \"b\"", '"ab"'],
    ["'''a\n'b'''", `"a\\n'b"`],
    [String.raw`'\x41\u00e9\U0001F600\t\'\101\q'`, String.raw`"Aé😀\t'A\\q"`],
    [String.raw`r'\n'`, String.raw`"\\n"`],
    [String.raw`b'\u0041'`, String.raw`b"\\u0041"`],
    ["Rb'x'", 'b"x"'],
    ["f'{a!r:>{width}} {{b}} {c + 1}'", 'f"{a!r:>{width}} {{b}} {c + 1}"(a, width, (c + 1))'],
    ["''", '""'],
    ["match in type", "(match in type)"],
    ["straße == 'ß'", '(straße == "ß")'],
    ["(a\n+ b)", "(a + b)"],
    ["a \\\n+ b", "(a + b)"],
    ["None is True", "(null is true)"],
    ["print(a)", "print(a)"],
  ])("reads %s", (source, expected) => {
    const parsed = parseExpression(source);
    expect(parsed.ok ? show(parsed.expression) : parsed).toBe(expected);
  });

  it.each([
    ["", 0],
    ["   ", 3],
    ["the returned list", 4],
    ["result is sorted ascending", 17],
    ["a = 1", 2],
    ["a == ", 4],
    ["(a", 2],
    ["a)", 1],
    ["f(a", 3],
    ["[a", 2],
    ["a b", 2],
    ["a; b", 1],
    ["a\nb", 1],
    ["if a: b", 0],
    ["x if y", 6],
    ["a <> b", 3],
    ["1st", 0],
    ["012", 0],
    ["1__0", 0],
    ["'abc", 0],
    ["'a\nb'", 0],
    ["'a' b'c'", 8],
    ["b'é'", 0],
    [String.raw`'\x4'`, 0],
    ["f(a=1, b)", 8],
    ["f(x for x in y, z)", 14],
    ["{'a': 1, 'b'}", 12],
    ["{1, 2: 3}", 5],
    ["(*a)", 3],
    ["*a", 0],
    ["yield x", 0],
    ["await x", 0],
    ["a.1", 1],
    ["a..b", 2],
    ["x[]", 2],
    ["$x", 0],
    ["“a”", 0],
    ["x → y", 2],
    ["a !b", 2],
    ["lambda x", 8],
    ["f'{a'", 4],
    ["f'{}'", 3],
    ["for x in y", 0],
    ["len(x) > 0 and", 14],
    ["not", 3],
  ])("refuses %j from %i on", (source, offset) => {
    expect(parseExpression(source)).toMatchObject({ ok: false, offset });
  });

  it("says what stands where the expression stops", () => {
    expect(parseExpression("the returned list")).toMatchObject({
      message: "stops being an expression at `returned`",
    });
    expect(parseExpression("len(x")).toMatchObject({ message: "`)` is missing before its end" });
  });

  it.each([
    ["nested brackets", "(".repeat(5_000) + "a" + ")".repeat(5_000)],
    ["minus signs", "-".repeat(9_000) + "a"],
    ["not", "not ".repeat(2_000) + "a"],
    ["powers", "a**".repeat(3_000) + "a"],
    ["lambdas", "lambda:".repeat(1_400) + "a"],
    ["formatted strings", "f'{".repeat(3_000)],
    ["a long sum", "a" + "+a".repeat(4_900)],
    ["a long text", "a".repeat(1_000_000)],
  ])("refuses %s without end", (_, source) => {
    expect(parseExpression(source).ok).toBe(false);
  });

  const fragment = fc.constantFrom(
    ..."a b1 if else for in not and or is lambda None 1 2.5 0x 'x' \" ' f'{a}' ''' ( ) [ ] { } : , . = == != < ** * - := \\ # é “ \n".split(
      " ",
    ),
    " ",
  );

  it("never throws, and keeps every span inside the source", () => {
    const source = fc.oneof(
      fc.array(fragment, { maxLength: 14 }).map((parts) => parts.join("")),
      fc.array(fragment, { maxLength: 14 }).map((parts) => parts.join(" ")),
      fc.string({ unit: "binary" }),
    );
    fc.assert(
      fc.property(source, (text) => {
        const parsed = parseExpression(text);
        if (parsed.ok) expectNested(parsed.expression, 0, text.length);
        else {
          expect(parsed.offset).toBeGreaterThanOrEqual(0);
          expect(parsed.offset).toBeLessThanOrEqual(text.length);
        }
        const prefix = parseExpressionAt(text, 0);
        if (prefix !== null) expectNested(prefix, 0, text.length);
      }),
      { numRuns: 500 },
    );
  });
});

describe("parseExpressionAt", () => {
  it.each([
    ["len(text) < 8, return x", "(len(text) < 8)"],
    ["tier == LITERAL 'gold' and more", '(tier == "gold")'],
    ["LITERAL -1; later", "(- 1)"],
    ["text. Then", "text"],
    ["value (a number)", "value"],
    ["200 <= code <= 299, return", "(200 <= code <= 299)"],
    ["words[0]; punctuation", "words[0]"],
    ["title[:17] + LITERAL '...'.", '(title[:17:] + "...")'],
    ["LITERAL.", "LITERAL"],
    ["month is not 2, then", "(month is not 2)"],
    ["the customer's entry", "the"],
    ["… x", null],
  ])("of %s is %s", (text, expected) => {
    const found = parseExpressionAt(text, 0);
    expect(found === null ? null : show(found)).toBe(expected);
  });
});

function expectNested(expression: PythonExpression, start: number, end: number): void {
  expect(expression.start).toBeGreaterThanOrEqual(start);
  expect(expression.end).toBeLessThanOrEqual(end);
  expect(expression.end).toBeGreaterThanOrEqual(expression.start);
  for (const child of listChildren(expression))
    expectNested(child, expression.start, expression.end);
}

function show(node: PythonExpression): string {
  const list = (nodes: readonly PythonExpression[]) => nodes.map(show).join(", ");
  switch (node.kind) {
    case "name":
      return node.name;
    case "number":
      return node.isFloat && Number.isInteger(node.value) ? `${node.value}.0` : `${node.value}`;
    case "string": {
      const mark = node.isBytes ? "b" : "";
      const fields = node.isFormatted ? `(${list(node.fields)})` : "";
      return `${node.isFormatted ? "f" : mark}${JSON.stringify(node.value)}${fields}`;
    }
    case "constant":
      return String(node.value);
    case "comparison": {
      const [first, ...rest] = node.operands.map(show);
      return `(${first}${rest.map((text, at) => ` ${node.operators[at]} ${text}`).join("")})`;
    }
    case "boolean":
      return `(${node.operands.map(show).join(` ${node.operator} `)})`;
    case "unary":
      return `(${node.operator} ${show(node.operand)})`;
    case "binary":
      return `(${show(node.left)} ${node.operator} ${show(node.right)})`;
    case "call": {
      const keywords = node.keywords.map(({ name, value }) => `${name}=${show(value)}`);
      return `${show(node.callee)}(${[...node.positional.map(show), ...keywords].join(", ")})`;
    }
    case "attribute":
      return `${show(node.object)}.${node.name}`;
    case "subscript":
      return `${show(node.object)}[${list(node.indices)}]`;
    case "slice":
      return [node.lower, node.upper, node.step].map((p) => (p === null ? "" : show(p))).join(":");
    case "list":
      return `[${list(node.elements)}]`;
    case "tuple":
      return `(${list(node.elements)})`;
    case "set":
      return `set(${list(node.elements)})`;
    case "dict":
      return `{${node.entries.map(({ key, value }) => `${show(key)}: ${show(value)}`).join(", ")}}`;
    case "conditional":
      return `(${show(node.test)} ? ${show(node.yes)} : ${show(node.no)})`;
    case "lambda":
      return `λ${node.parameters.join(",")}: ${show(node.body)}`;
    case "named":
      return `(${node.name} := ${show(node.value)})`;
    case "comprehension":
      return `for[${node.targets.join(",")}](${list(node.children)})`;
    case "other":
      return `other(${list(node.children)})`;
  }
}
