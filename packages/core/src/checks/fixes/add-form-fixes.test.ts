import { expect, it } from "vitest";
import { checkIr } from "../check-ir.ts";
import { applyFix } from "./apply-fix.ts";
import { toSnakeCase } from "./to-snake-case.ts";

it.each([
  ["mergeSorted", "merge_sorted"],
  ["MergeSorted", "merge_sorted"],
  ["parseHTTPCode", "parse_http_code"],
  ["sum-of all", "sum_of_all"],
  ["sumOf2", "sum_of2"],
  ["1st", null],
  ["größe", null],
  ["", null],
])("%s in snake case is %s", (name, expected) => {
  expect(toSnakeCase(name)).toBe(expected);
});

const raw = JSON.stringify({
  intent: { summary: "Merge two sorted lists." },
  signature: {
    name: "mergeSorted",
    parameters: [{ name: "firstList", type_hint: "list[int]" }],
    returns: "list[int]",
  },
  effects: [{ description: "Return sorted(firstList) as mergeSorted's new list." }],
  assertions: [{ predicate: "result == sorted(firstList)" }],
});

it("renames in effects and predicates too, and leaves nothing to find", () => {
  const findings = checkIr(null, raw).findings.filter(({ check }) => check === "schema");
  expect(findings.map(({ fix }) => fix?.title)).toEqual([
    "Rename `mergeSorted` to `merge_sorted`",
    "Rename `firstList` to `first_list`",
  ]);
  const fixed = findings.reduce((text, { fix }) => (fix ? applyFix(text, fix) : text), raw);
  expect(fixed).toContain("sorted(first_list)");
  expect(checkIr(null, fixed)).toMatchObject({ isSchemaValid: true });
});

it("offers no name that is taken", () => {
  const taken = raw.replace("firstList", "merge_sorted").replace("firstList", "merge_sorted");
  const name = checkIr(null, taken).findings.find(({ path }) => path === "/signature/name");
  expect(name?.fix).toBeUndefined();
});
