import { expect, test, vi } from "vitest";
import type { EvidenceEvent } from "../evidence.schema.ts";
import { makeRequest } from "../testing/make-request.ts";
import { runHarness } from "../testing/run-harness.ts";

// Interpreters start slowly on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

type MutantEvent = EvidenceEvent & { type: "mutant" };

const RATE = "def f(x):\n    if x < 8:\n        return 'short'\n    return 'ok'\n";
const INPUTS = [["0"], ["7"], ["8"], ["9"]];

function listMutants(source: string, predicates: string[], maxMutants = 50, inputs = INPUTS) {
  const request = makeRequest({ sources: [source], inputs, predicates, maxMutants });
  return runHarness(request, "one interpreter").filter(
    (event): event is MutantEvent => event.type === "mutant",
  );
}

const find = (mutants: MutantEvent[], change: string) =>
  mutants.find((mutant) => mutant.change === change);

test("a boundary that no predicate tests survives, with the input that shows it", () => {
  const mutants = listMutants(RATE, ["x != 7 or result == 'short'", "x != 9 or result == 'ok'"]);
  expect(find(mutants, "line 2: `<` became `<=`")).toEqual({
    type: "mutant",
    change: "line 2: `<` became `<=`",
    line: 2,
    outcome: "survived",
    killedBy: null,
    input: 2,
  });
  expect(find(mutants, "line 2: `8` became `7`")).toMatchObject({
    outcome: "killed",
    killedBy: 0,
    input: 1,
  });
});

test("with the boundary tested nothing survives", () => {
  const mutants = listMutants(RATE, ["result == ('short' if x < 8 else 'ok')"]);
  expect(mutants.length).toBeGreaterThan(6);
  expect(mutants.filter(({ outcome }) => outcome !== "killed")).toEqual([]);
});

test("without predicates none is killed by one, and what changes nothing is equivalent", () => {
  const source = "def f(x):\n    y = []\n    y.append(1)\n    return x + 0\n";
  const mutants = listMutants(source, []);
  expect(find(mutants, "line 3: dropped `y.append(1)`")?.outcome).toBe("equivalent");
  expect(find(mutants, "line 4: `+` became `-`")?.outcome).toBe("equivalent");
  expect(find(mutants, "line 4: `0` became `1`")?.outcome).toBe("survived");
});

test("a mutant that loops or breaks is killed by the call", () => {
  const source = "def f(x):\n    while x > 0:\n        x -= 1\n    return x\n";
  const mutants = listMutants(source, ["True"]);
  expect(find(mutants, "line 3: `-=` became `+=`")).toMatchObject({
    outcome: "killed",
    killedBy: null,
    input: 1,
  });
});

test("a predicate that fails for the reference too kills nothing", () => {
  const mutants = listMutants(RATE, ["False", "1 / 0", "never seen"]);
  expect(mutants.filter(({ outcome }) => outcome === "killed")).toEqual([]);
});

test("changes are evenly spread, in the order of the source, and the same each time", () => {
  const source = `def f(x):\n    """Doc, 5."""\n${"    x = x + 1 if x > 3 and x < 9 else x[1:x]\n".repeat(6)}    return x\n`;
  const all = listMutants(source, ["True"], 500);
  const some = listMutants(source, ["True"], 10);
  expect(all.map(({ line }) => line)).toEqual(
    all.map(({ line }) => line).toSorted((a, b) => a - b),
  );
  expect(all.some(({ line }) => line === 2)).toBe(false);
  expect(some).toHaveLength(10);
  expect(new Set(some.map(({ line }) => line)).size).toBeGreaterThan(4);
  expect(listMutants(source, ["True"], 10)).toEqual(some);
});

const CHANGES = [
  ["return x or 1", "`or` became `and`"],
  ["return not x", "`return not x` became `return None`"],
  ["return list(range(x))", "`x` became `x + 1`"],
  ["return 'abc'[:x]", "`x` became `x - 1`"],
  ["return 'abc'", "`'abc'` became `''`"],
  ["return True", "`True` became `False`"],
  ["return x in [1]", "`in` became `not in`"],
  ["return x % 3", "`%` became `//`"],
  ["if x: return 1", "`x` became `not x`"],
  ["if x: return 1", "dropped `if x:`"],
  ["return min(x, 3)", "`min` became `max`"],
] as const;

test("knows these changes", () => {
  // One line each, so that the changes of one statement are told by their line.
  const body = CHANGES.map(([statement]) => `    ${statement}\n`).join("");
  const changes = listMutants(`def f(x):\n${body}`, [], 500).map((mutant) => mutant.change);
  for (const [index, [, change]] of CHANGES.entries()) {
    expect(changes).toContain(`line ${index + 2}: ${change}`);
  }
});
