import { expect, it } from "vitest";
import {
  hasFilters,
  NO_FILTERS,
  readFilters,
  type SampleFilters,
  writeFilters,
} from "./sample-filters";

it.each<[string, Partial<SampleFilters>]>([
  ["", {}],
  ["?state=leased", { state: "leased" }],
  [
    "?category=list_operations&complexity=easy",
    { category: "list_operations", complexity: "easy" },
  ],
  ["?check=wrong_literal", { check: "wrong_literal" }],
  ["?search=too+short+%26+sweet", { search: "too short & sweet" }],
])("%j says %j, both ways", (query, changes) => {
  const filters = { ...NO_FILTERS, ...changes };
  expect(readFilters(new URLSearchParams(query))).toEqual(filters);
  expect(writeFilters(filters)).toBe(query);
  expect(hasFilters(filters)).toBe(query !== "");
});

it.each(["?state=unknown", "?category=", "?search=%20%20", "?check=Not%20one", "?other=1"])(
  "%s narrows nothing",
  (query) => {
    expect(readFilters(new URLSearchParams(query))).toEqual(NO_FILTERS);
  },
);

it("cuts what the API would refuse for its length", () => {
  expect(readFilters(new URLSearchParams({ search: "x".repeat(999) })).search).toHaveLength(200);
});
