import { expect, test } from "vitest";
import { hasFilters, NO_FILTERS, readFilters, writeFilters } from "./prompt-filters";

const RUN = "0193f1a0-0000-7000-8000-000000000001";

test("what is written is read again", () => {
  const filters = {
    ...NO_FILTERS,
    category: "list_operations",
    hasIr: "no" as const,
    archived: "yes" as const,
    runId: RUN,
    search: "two words & more",
  };
  expect(readFilters(new URLSearchParams(writeFilters(filters)))).toEqual(filters);
});

test("an address with unknown values is read as if they were not there", () => {
  const params = new URLSearchParams("hasIr=perhaps&archived=no&runId=7&category=%20&other=1");
  expect(readFilters(params)).toEqual(NO_FILTERS);
  expect(hasFilters(readFilters(params))).toBe(false);
});

test("no filters leave the address bare", () => {
  expect(writeFilters(NO_FILTERS)).toBe("");
});
