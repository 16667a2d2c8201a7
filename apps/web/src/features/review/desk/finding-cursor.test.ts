import { describe, expect, it } from "vitest";
import { findFixTarget, findSuccessor, resolveSuccessor, stepFinding } from "./finding-cursor";

const fix = { title: "Mend", patch: [] };
const list = [{ id: "a" }, { id: "b", fix }, { id: "c", fix }];

describe("stepFinding", () => {
  it.each([
    [null, 1, "a"],
    ["a", 1, "b"],
    ["c", 1, "a"],
    ["gone", 1, "a"],
    [null, -1, "c"],
    ["a", -1, "c"],
    ["c", -1, "b"],
  ] as const)("from %s by %i to %s", (from, by, to) => {
    expect(stepFinding(list, from, by)?.id).toBe(to);
  });

  it("goes nowhere in an empty list", () => {
    expect(stepFinding([], null, 1)).toBeNull();
  });
});

describe("findFixTarget", () => {
  it.each([
    ["the current one", "c", "c"],
    ["the first with a fix when none is current", null, "b"],
    ["the first with a fix when the current one is gone", "gone", "b"],
  ])("is %s", (_name, current, expected) => {
    expect(findFixTarget(list, current)?.id).toBe(expected);
  });

  it("is nothing when the current one has no fix", () => {
    expect(findFixTarget(list, "a")).toBeNull();
  });
});

describe("the successor of a finding", () => {
  it("is the one that came after it", () => {
    const successor = findSuccessor(list, "b");
    expect(resolveSuccessor([{ id: "a" }, { id: "c" }], successor)?.id).toBe("c");
  });

  it("is at its place when all paths have moved", () => {
    const successor = findSuccessor(list, "b");
    expect(resolveSuccessor([{ id: "a" }, { id: "c2" }], successor)?.id).toBe("c2");
  });

  it("is the first one after the last", () => {
    const successor = findSuccessor(list, "c");
    expect(resolveSuccessor([{ id: "a" }, { id: "b" }], successor)?.id).toBe("a");
  });

  it("is nothing when nothing is left", () => {
    expect(resolveSuccessor([], findSuccessor(list, "a"))).toBeNull();
  });
});
