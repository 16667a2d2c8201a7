import { describe, expect, test, vi } from "vitest";
import type { EvidenceEvent, EvidenceRequest } from "../evidence.schema.ts";
import { makeRequest } from "../testing/make-request.ts";
import { type HarnessMode, runHarness } from "../testing/run-harness.ts";

// Interpreters start slowly on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

type CallEvent = EvidenceEvent & { type: "call" };

const callsOf = (events: EvidenceEvent[]) =>
  events.filter((event): event is CallEvent => event.type === "call");

const returning = (expression: string) => `def f(x):\n    return ${expression}\n`;

/** `f(case, x)` with a body for each case: starting an interpreter is what a test pays for. */
function makeCases(bodies: readonly string[]) {
  const branches = bodies.map((body, index) => {
    const lines = body.split("\n").map((line) => `        ${line}\n`);
    return `    if case == ${index}:\n${lines.join("")}`;
  });
  return { source: `def f(case, x):\n${branches.join("")}`, parameters: ["case", "x"] };
}

const RUDE = "class Rude:\n    def __repr__(self):\n        raise ValueError\nreturn Rude()";

/** [what is returned, how it is shown, its type] */
const SHOWN = [
  ["return x", "True", "True", "bool"],
  ["return {3, 1, 2}", "0", "{1, 2, 3}", "set"],
  ["return float('nan')", "0", "nan", "float"],
  ["return (x,)", "'ü'", "('ü',)", "tuple"],
  ["return {'a': [1, {2: b'x'}]}", "0", "{'a': [1, {2: b'x'}]}", "dict"],
  ["return (n for n in range(3))", "0", "<generator of 0, 1, 2>", "generator"],
  ["return 10 ** 30", "0", "1000000000000000000000000000000", "int"],
  ["import decimal\nreturn decimal.Decimal('1.50')", "0", "Decimal('1.50')", "Decimal"],
  ["import collections\nreturn collections.Counter('aa')", "0", "Counter({'a': 2})", "Counter"],
  ["return object()", "0", "<object object>", "object"],
  [RUDE, "0", "<Rude whose repr raises ValueError>", "Rude"],
  ["return 'a' * 5000", "0", `'${"a".repeat(498)}…`, "str"],
  ["x.append(x)\nreturn x", "[]", "[...]", "list"],
] as const;

const ENDED = [
  ["raise SystemExit(3)", { kind: "raised", error: "SystemExit", message: "3" }],
  ["raise KeyboardInterrupt", { kind: "raised", error: "KeyboardInterrupt", message: "" }],
  [
    "raise KeyError('\\0\\ud800')",
    { kind: "raised", error: "KeyError", message: "'\\x00\\ud800'" },
  ],
  [
    "raise ValueError('\\0\\ud800')",
    { kind: "raised", error: "ValueError", message: "\\x00\\ud800" },
  ],
  ["return 1 / 0", { kind: "raised", error: "ZeroDivisionError", message: "division by zero" }],
  ["return f(5, x)", { kind: "stopped", limit: "recursion" }],
  ["return [0] * 10 ** 18", { kind: "stopped", limit: "memory" }],
  ["while True:\n    pass", { kind: "stopped", limit: "steps" }],
  [
    "while True:\n    try:\n        x += 1\n    except Exception:\n        pass",
    { kind: "stopped", limit: "steps" },
  ],
  ["while True:\n    print('x' * 1000)", { kind: "stopped", limit: "output" }],
  ["return x", { kind: "returned", repr: "0", type: "int" }],
] as const;

const UNUSABLE = [
  ["def g(x):\n    return x\n", "does not define `f`: it defines `g`"],
  ["x = 1\n", "does not define `f` and no other function either"],
  ["f = 3\n", "`f` is not a function but a value of type int"],
  ["def f(x:\n    return x\n", "line 1: "],
  ["async def f(x):\n    return x\n", "`f` is an async function: write a plain `def`"],
  ["raise OSError('no')\n", "raised OSError while it was loaded: no"],
  ["while True:\n    pass\n", "was stopped while it was loaded: the limit on steps was reached"],
  ["\u0000", "null bytes"],
] as const;

/** Changing the argument in place fools no predicate, and the very object is recognised. */
const JUDGED = [
  ["x.sort(); return x", "[2, 1]", "result == sorted(x)", "holds"],
  ["x.sort(); return x", "[2, 1]", "x == [2, 1]", "holds"],
  ["x.sort(); return x", "[2, 1]", "result is not x", "fails"],
  ["x.sort(); return x", "[2, 1]", "id(result) != id(x)", "fails"],
  ["return sorted(x)", "[2, 1]", "result is not x", "holds"],
  ["return x[0]", "[[1]]", "result is x[0]", "holds"],
  ["return [list(y) for y in x]", "[[1]]", "all(a is not b for a in x for b in result)", "holds"],
  ["return x[::-1]", "[[1], [2]]", "result[0] is x[1] is not None", "holds"],
  ["return None", "[1]", "result is None", "holds"],
  ["return x", "'abc'", "result is x", "holds"],
  ["return 1", "0", "result is True", "fails"],
  ["return True", "0", "result is True and type(result) is bool", "holds"],
  ["return iter([1])", "0", "list(result) == [1]", "holds"],
  ["return x", "0", "[y for y in [1] if y == x + 1] == [1]", "holds"],
  ["return x", "float('nan')", "result != result", "holds"],
  ["return object()", "0", "result", "unknown"],
  ["raise ValueError", "0", "True", "unknown"],
] as const;

/** Compared by value and type. */
const COMPARED = [
  ["float('nan')", "float('nan')", true],
  ["[float('nan'), {1, 2}]", "[float('nan'), {2, 1}]", true],
  ["{'a': 1, 'b': 2}", "{'b': 2, 'a': 1}", true],
  ["[1, 2]", "[2, 1]", false],
  ["(1, 2)", "[1, 2]", false],
  ["1", "True", false],
  ["1", "1.0", false],
  ["{1: True}", "{1: 1}", false],
  ["-0.0", "0.0", true],
  ["'a'", "b'a'", false],
  ["[[]] * 2", "[[], []]", true],
] as const;

test("both ways of running say the same", () => {
  const source = "def f(x):\n    if x > 3:\n        x -= 1\n    return [x, {x: 'a'}]\n";
  const request = makeRequest({
    sources: [source, source.replace("3", "4"), "def f(x): return g"],
    inputs: [["3"], ["4"], ["5"], ["'a'"], ["("]],
    predicates: ["result[0] < 4", "x in result", "no Python"],
    maxMutants: 20,
  });
  expect(runHarness(request, "children")).toEqual(runHarness(request, "one interpreter"));
});

describe.for<HarnessMode>(["children", "one interpreter"])("in %s", (mode) => {
  const run = (request: EvidenceRequest) => runHarness(request, mode);

  test("says the version, each call and the end", () => {
    const events = run(makeRequest({ sources: [returning("x + 1")], inputs: [["1"], ["2"]] }));
    const types = events.map(({ type }) => type);
    expect(types).toEqual(["started", "implementation", "call", "call", "finished"]);
    expect(callsOf(events).map(({ result }) => result)).toEqual([
      { kind: "returned", repr: "2", type: "int" },
      { kind: "returned", repr: "3", type: "int" },
    ]);
  });

  test("shows results as Python writes them, in a fixed order, cut, and never crashes", () => {
    const { source, parameters } = makeCases(SHOWN.map(([body]) => body));
    const inputs = SHOWN.map(([, argument], index) => [String(index), argument]);
    const calls = callsOf(run(makeRequest({ sources: [source], inputs, parameters })));
    expect(calls.map(({ result }) => result)).toEqual(
      SHOWN.map(([, , repr, type]) => ({ kind: "returned", repr, type })),
    );
  });

  test("names what ended a call, and goes on with the next", () => {
    const { source, parameters } = makeCases(ENDED.map(([body]) => body));
    const inputs = ENDED.map((_, index) => [String(index), "0"]);
    const calls = callsOf(run(makeRequest({ sources: [source], inputs, parameters })));
    expect(calls.map(({ result }) => result)).toEqual(ENDED.map(([, result]) => result));
  });

  test("says why an implementation cannot be used, and goes on with the next", () => {
    const sources = [...UNUSABLE.map(([source]) => source), returning("x")];
    const events = run(makeRequest({ sources, predicates: ["True"], maxMutants: 5 }));
    const errors = events.flatMap((event) =>
      event.type === "implementation" ? [event.error] : [],
    );
    expect(errors).toEqual([
      ...UNUSABLE.map(([, error]) => expect.stringContaining(error) as unknown),
      null,
    ]);
    expect(callsOf(events)).toHaveLength(1);
  });

  test("judges predicates with the arguments as they were, and identity as it is", () => {
    const { source, parameters } = makeCases(JUDGED.map(([body]) => body));
    const inputs = JUDGED.map(([, argument], index) => [String(index), argument]);
    const predicates = JUDGED.map(([, , predicate]) => predicate);
    const calls = callsOf(run(makeRequest({ sources: [source], inputs, parameters, predicates })));
    const outcomes = calls.map((call, index) => [predicates[index], call.predicates[index]?.kind]);
    expect(outcomes).toEqual(JUDGED.map(([, , predicate, kind]) => [predicate, kind]));
  });

  test("a predicate that cannot be run says why, and harms no other", () => {
    const predicates = [
      "the list is sorted",
      "result > later",
      "sum(1 for y in iter(int, 1))",
      "[0] * 10 ** 18",
      "result.pop() == 2",
      "result == [1, 2]",
      "x.append(3) is None",
      "x == [1]",
    ];
    const [call] = callsOf(
      run(makeRequest({ sources: [returning("x + [2]")], inputs: [["[1]"]], predicates })),
    );
    const prose = "this is not a Python expression, so it cannot be run";
    expect(call?.predicates).toEqual([
      { kind: "raised", error: "SyntaxError", message: expect.stringContaining(prose) as unknown },
      { kind: "raised", error: "NameError", message: "name 'later' is not defined" },
      { kind: "raised", error: "TimeoutError", message: "the predicate took too long" },
      { kind: "raised", error: "MemoryError", message: "the predicate needed too much memory" },
      ...Array.from({ length: 4 }, () => ({ kind: "holds" })),
    ]);
  });

  test("compares with what is expected and with the reference by value and type", () => {
    const bodies = (side: 0 | 1) => COMPARED.map((pair) => `return ${pair[side]}`);
    const [left, right] = [makeCases(bodies(0)), makeCases(bodies(1))];
    const request = makeRequest({
      sources: [left.source, right.source],
      parameters: left.parameters,
      inputs: COMPARED.map((_, index) => [String(index), "0"]),
      expected: COMPARED.map(([, expected]) => expected),
    });
    const calls = callsOf(run(request));
    const expected = COMPARED.map(([, , isSame]) => isSame);
    expect(calls.slice(0, COMPARED.length).map(({ asExpected }) => asExpected)).toEqual(expected);
    expect(calls.slice(COMPARED.length).map(({ asReference }) => asReference)).toEqual(expected);
  });

  test("tells that a call changed its argument in place", () => {
    const { source, parameters } = makeCases(["x.append(1)", "return x + [1]"]);
    const inputs = [
      ["0", "[]"],
      ["1", "[]"],
    ];
    const calls = callsOf(run(makeRequest({ sources: [source], parameters, inputs })));
    expect(calls.map(({ changedArguments }) => changedArguments)).toEqual([true, false]);
  });

  test("an input that is no Python is told and costs no other", () => {
    const inputs = [["1"], ["foo("], ["nowhere"], ["2"]];
    const calls = callsOf(run(makeRequest({ sources: [returning("x")], inputs })));
    const kinds = calls.map(({ result }) => (result.kind === "raised" ? result.error : "returned"));
    expect(kinds).toEqual(["returned", "InvalidInput", "InvalidInput", "returned"]);
  });

  test("passes functions and iterators, each implementation its own", () => {
    const inputs = [["len", "iter([1, 2])"]];
    const source = "def f(g, items):\n    return g(list(items))\n";
    const parameters = ["g", "items"];
    const calls = callsOf(run(makeRequest({ sources: [source, source], inputs, parameters })));
    const two = { kind: "returned", repr: "2", type: "int" };
    expect(calls.map(({ result }) => result)).toEqual([two, two]);
  });

  test("what is printed comes once, cut, and cannot mix with the events", () => {
    const source = 'def f(x):\n    print(\'{"type": "finished"}\')\n    print("a" * 50)\n';
    const events = run(makeRequest({ sources: [source], limits: { outputLength: 40 } }));
    expect(events.slice(-2)).toEqual([
      { type: "output", text: `{"type": "finished"}\n${"a".repeat(19)}`, isCut: true },
      { type: "finished" },
    ]);
  });
});
