import { expect, test } from "vitest";
import { buildExampleIr } from "../../checks/build-example-ir.ts";
import type { ExampleIr } from "../../checks/check.ts";
import { irSchema } from "../../ir/ir.schema.ts";
import { drawInputs } from "./draw-inputs.ts";
import { NO_MATERIAL } from "./input-material.ts";
import { listValuesOfHint } from "./values-of-hint.ts";

function draw(example: ExampleIr, prompt: string | null = null, limit = 120) {
  return drawInputs(irSchema.parse(buildExampleIr(example)), prompt, { limit });
}

const argumentsOf = (inputs: { arguments: string[] }[]) =>
  inputs.map((input) => input.arguments.join(" | "));

/** [type hint, values that must be among those drawn] */
const HINTS: [string, string[]][] = [
  ["bool", ["True", "False"]],
  ["int", ["0", "1", "-1", "True", "10 ** 20"]],
  ["float", ["0.0", "-1.0", "float('nan')", "float('inf')", "-0.0"]],
  ["str", ["''", "' '", "'日本'", "'a' * 1000", "'\\n'"]],
  ["bytes", ["b''", "b'\\xff'"]],
  ["None", ["None"]],
  ["list[int]", ["[]", "[0]", "[True]", "[0, 0]", "[1, 0]", "[0, 1, 0]"]],
  ["typing.List[str]", ["[]", "['']", "['a', '']"]],
  ["list[list[int]]", ["[]", "[[]]", "[[0]]"]],
  ["list", ["[]", "[None]", "[True]"]],
  ["dict[str, int]", ["{}", "{'': 0}", "{'a': 0}"]],
  ["dict", ["{}"]],
  ["tuple[str, int]", ["('', 0)", "('a', 0)", "('', True)"]],
  ["tuple[int, ...]", ["()", "(0,)", "(0, 0)"]],
  ["tuple[()]", ["()"]],
  ["set[str]", ["set()", "{''}"]],
  ["frozenset[int]", ["frozenset()", "frozenset({0})"]],
  ["Optional[int]", ["None", "0", "True"]],
  ["int | str | None", ["None", "0", "''", "True"]],
  ["Union[int, list[str]]", ["0", "[]", "['']"]],
  ["Literal['asc', 'desc']", ["'asc'", "'desc'"]],
  ["'list[int]'", ["[]", "[0]"]],
  ["Any", ["None", "True", "0", "''", "[]", "{}", "float('nan')"]],
  ["Account", ["None", "True", "0", "''"]],
  ["this is no hint", ["None", "True", "0", "''"]],
  ["Iterator[int]", ["iter([])", "iter([0])"]],
  ["Callable[[int], int]", ["len"]],
  ["constructor", ["None"]],
];

test.for(HINTS)("%s has nasty values, each once", ([hint, wanted]) => {
  const values = listValuesOfHint(hint, NO_MATERIAL);
  expect(values).toEqual(expect.arrayContaining(wanted));
  expect(new Set(values).size).toBe(values.length);
});

test("a type that needs another does not hold what it cannot", () => {
  expect(listValuesOfHint("bool", NO_MATERIAL)).toEqual(["True", "False"]);
  expect(listValuesOfHint("set[list[int]]", NO_MATERIAL).join(" ")).not.toContain("[");
  expect(listValuesOfHint("int", NO_MATERIAL)).not.toContain("None");
});

test("a hint nested without end is cut", () => {
  const hint = `${"list[".repeat(40)}int${"]".repeat(40)}`;
  expect(listValuesOfHint(hint, NO_MATERIAL).length).toBeLessThan(100);
});

test("thresholds and texts of the prompt come with their neighbours", () => {
  const prompt = "Return 'too short' if the text has fewer than 8 characters, otherwise 'ok'.";
  const texts = argumentsOf(draw({ parameters: { text: "str" } }, prompt));
  expect(texts).toEqual(
    expect.arrayContaining(["'a' * 7", "'a' * 8", "'a' * 9", "'too short'", "' ok'"]),
  );
  const amounts = argumentsOf(
    draw({ parameters: { amount: "float" } }, "Return 0 if the amount is below 49.99."),
  );
  expect(amounts).toEqual(expect.arrayContaining(["49.99", "49.98", "50.00", "48.99"]));
  const counts = draw({ parameters: { n: "int" } }, "Return 'many' if n is at least 40.");
  expect(counts.filter(({ origin }) => origin === "threshold").map((i) => i.arguments[0])).toEqual(
    expect.arrayContaining(["39", "40", "41"]),
  );
});

test("the cases that assertions name become inputs, together where one names several", () => {
  const inputs = draw({
    parameters: { tier: "str", count: "int", items: "list[int]" },
    assertions: [
      "tier != 'bronze' or count != 5 or result == 0.05",
      "items == sorted([3, 1]) or result is None",
      "count not in (77, 78) or result == 1",
      "count <= 900 or result == 2",
      "len(items) != 12 or result == 3",
      "tier != other or result == 4",
      "this is prose",
    ],
  });
  const rows = inputs.filter(({ origin }) => origin === "assertion").map((i) => i.arguments);
  expect(rows.some(([tier, count]) => tier === "'bronze'" && count === "5")).toBe(true);
  expect(rows.some(([, , items]) => items === "sorted([3, 1])")).toBe(true);
  expect(rows.map(([, count]) => count)).toEqual(expect.arrayContaining(["77", "78"]));
  const all = inputs.flatMap((input) => input.arguments);
  expect(all).toEqual(expect.arrayContaining(["899", "900", "901"]));
  expect(all.some((value) => value.endsWith("* 12"))).toBe(true);
  expect(all).not.toContain("other");
});

test("smallest first, distinct, within the limit, the same each time", () => {
  const example: ExampleIr = {
    name: "pick",
    parameters: { a: "Any", b: "list[str]", c: "int | None", d: "dict[str, float]" },
    assertions: ["a != 3 or c != 4 or result == 5"],
  };
  const inputs = draw(example, "Return 'x' if c is over 12.", 90);
  expect(inputs).toHaveLength(90);
  const sizes = inputs.map((input) => input.arguments.join("").length);
  expect(sizes).toEqual(sizes.toSorted((left, right) => left - right));
  expect(new Set(argumentsOf(inputs)).size).toBe(90);
  expect(draw(example, "Return 'x' if c is over 12.", 90)).toEqual(inputs);
});

test("every value of a parameter, and every pair of first values, is tried", () => {
  const inputs = draw({ parameters: { a: "bool", b: "bool", c: "int", d: "str" } }, null, 120);
  const pairs = new Set(inputs.map(({ arguments: [a, b] }) => `${a} ${b}`));
  expect(pairs.size).toBe(4);
  const numbers = new Set(inputs.map((input) => input.arguments[2]));
  expect(numbers).toEqual(new Set(listValuesOfHint("int", NO_MATERIAL)));
});

test("few values are combined completely, and no parameter means one call", () => {
  expect(draw({ parameters: { a: "bool", b: "bool" } })).toHaveLength(4);
  expect(draw({ parameters: {} })).toEqual([{ arguments: [], origin: "type" }]);
});
