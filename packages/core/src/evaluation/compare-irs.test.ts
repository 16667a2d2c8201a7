import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { irArbitrary } from "../ir/testing/ir-arbitrary.ts";
import { alignLists } from "./align-lists.ts";
import { compareIrs } from "./compare-irs.ts";

// Slow when the machine is busy.
vi.setConfig({ testTimeout: 60_000 });

const step = (description: string) => ({ description });
const fact = (predicate: string) => ({ predicate });
const STEPS = [
  step("Go through the salaries from index 0 on."),
  step("At the first salary above 65 return its index at once."),
  step("When the loop ends without a match, return LITERAL -1."),
];
const FACTS = [fact("salaries != [] or result == -1"), fact("result < len(salaries)")];
const IR = {
  intent: { summary: "Find the first salary above 65." },
  signature: {
    name: "first_salary",
    parameters: [{ name: "salaries", type_hint: "list[int]" }],
    returns: "int",
  },
  effects: STEPS,
  assertions: FACTS,
};

describe("alignLists", () => {
  it("pairs each item once at most, and those in order without crossings", () => {
    const items = fc.array(fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 3 }), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(items, items, fc.boolean(), (left, right, isOrdered) => {
        const pairs = alignLists(left, right, isOrdered);
        const lefts = pairs.flatMap(({ expected }) => (expected === null ? [] : [expected]));
        const rights = pairs.flatMap(({ predicted }) => (predicted === null ? [] : [predicted]));
        expect(lefts.toSorted((a, b) => a - b)).toEqual([...left.keys()]);
        expect(rights.toSorted((a, b) => a - b)).toEqual([...right.keys()]);
        const both = pairs.filter(
          ({ expected, predicted }) => expected !== null && predicted !== null,
        );
        if (!isOrdered) return;
        const path = both.map(({ predicted }) => predicted ?? 0);
        expect(path).toEqual(path.toSorted((a, b) => a - b));
      }),
    );
  });

  it("finds the place of an item that was put in or taken out", () => {
    const fewer = STEPS.slice(1);
    expect(alignLists(STEPS, fewer, true)).toEqual([
      { expected: 1, predicted: 0 },
      { expected: 2, predicted: 1 },
      { expected: 0, predicted: null },
    ]);
    expect(alignLists(fewer, STEPS, true)).toContainEqual({ expected: null, predicted: 0 });
  });
});

describe("compareIrs", () => {
  it("finds nothing in an IR that says the same", () => {
    fc.assert(
      fc.property(irArbitrary, (ir) => {
        const copy = JSON.parse(
          JSON.stringify({ ...ir, metadata: { origin: "other" } }),
        ) as unknown;
        expect(compareIrs(ir, copy)).toEqual({ changes: [], fieldF1: 1 });
      }),
    );
  });

  it("gives the same share the other way round, for what is no IR as well", () => {
    const anyIr = fc.oneof(irArbitrary, fc.jsonValue({ maxDepth: 3 }));
    fc.assert(
      fc.property(irArbitrary, anyIr, (one, other) => {
        const { fieldF1 } = compareIrs(one, other);
        expect(fieldF1).toBeGreaterThanOrEqual(0);
        expect(fieldF1).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("names one change and no other", () => {
    const changed = {
      ...IR,
      effects: [STEPS[0], step("At the first salary above 66 return its index at once."), STEPS[2]],
    };
    const { changes, fieldF1 } = compareIrs(IR, changed);
    expect(changes).toEqual([
      {
        kind: "changed",
        path: "/effects/1/description",
        predictedPath: "/effects/1/description",
        expected: STEPS[1]?.description,
        predicted: "At the first salary above 66 return its index at once.",
      },
    ]);
    // Ten values, of which nine are the same on both sides.
    expect(fieldF1).toBeCloseTo(0.9, 10);
  });

  it("names a step that is missing and the assertion that was added, and no shifted one", () => {
    const changed = {
      ...IR,
      effects: STEPS.slice(1),
      assertions: [FACTS[1], FACTS[0], fact("isinstance(result, int)")],
    };
    expect(compareIrs(IR, changed).changes).toEqual([
      { kind: "missing", path: "/effects/0", expected: STEPS[0] },
      { kind: "added", path: "/assertions/2", predicted: fact("isinstance(result, int)") },
    ]);
  });

  it("takes the order of steps to mean something and that of assertions not", () => {
    expect(compareIrs(IR, { ...IR, assertions: FACTS.toReversed() }).fieldF1).toBe(1);
    expect(compareIrs(IR, { ...IR, effects: STEPS.toReversed() }).fieldF1).toBeLessThan(1);
  });

  it("has nothing in common with what is no IR", () => {
    expect(compareIrs(IR, "IR").fieldF1).toBe(0);
    expect(compareIrs(IR, {}).fieldF1).toBe(0);
  });
});
