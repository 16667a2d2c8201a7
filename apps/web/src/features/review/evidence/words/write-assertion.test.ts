import type { CallResult } from "@foundry/core/evidence/evidence.schema";
import { expect, it } from "vitest";
import { writeAssertion } from "./write-assertion";

const returned = (repr: string): CallResult => ({ kind: "returned", repr, type: "str" });

it.each<[string[], string[], CallResult, string | null]>([
  [["value"], ["True"], returned("'bool'"), "not (value is True) or result == 'bool'"],
  [["n"], ["1"], returned("None"), "not (type(n) is int and n == 1) or result is None"],
  [
    ["x", "y"],
    ["-1.5", "[1]"],
    returned("2"),
    "not (type(x) is float and x == -1.5 and y == [1]) or type(result) is int and result == 2",
  ],
  [[], [], returned("[]"), "result == []"],
  [["x"], ["float('nan')"], returned("nan"), "not (x != x) or result != result"],
  [["x"], ["''"], returned("inf"), "not (x == '') or result == float('inf')"],
  [["x"], ["1"], returned("<object object at 0x10>"), null],
  [["x"], ["1"], returned("[<object object at 0x10>]"), null],
  [["x"], ["1"], { kind: "raised", error: "ValueError", message: "no" }, null],
  [["x"], ["1"], { kind: "stopped", limit: "steps" }, null],
])("%j called with %j gives %j", (parameters, values, result, assertion) => {
  expect(writeAssertion(parameters, values, result)).toBe(assertion);
});
