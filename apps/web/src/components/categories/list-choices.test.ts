import { expect, it } from "vitest";
import { listChoices } from "./list-choices";

const counts = [
  { category: "mathematical", complexity: "easy", count: 2 },
  { category: "mathematical", complexity: null, count: 1 },
  { category: "edge_cases", complexity: "easy", count: 1_200 },
  { category: null, complexity: "medium_hard", count: 9 },
];

it("adds up each field, the most frequent first, and leaves out what is not given", () => {
  expect(listChoices(counts, "category")).toEqual([
    { value: "edge_cases", label: "Edge cases (1,200)" },
    { value: "mathematical", label: "Mathematical (3)" },
  ]);
  expect(listChoices(counts, "complexity").map(({ value }) => value)).toEqual([
    "easy",
    "medium_hard",
  ]);
});
