import { makePromptWithIr } from "@foundry/prisma/factories/make-prompt-with-ir";
import { expect, it } from "vitest";
import { readIr } from "../ir/read-ir.ts";
import { CATEGORIES, COMPLEXITIES } from "./sample-state.ts";

it("made-up samples are what real ones are: valid, in the six categories, all different", () => {
  const made = Array.from({ length: 600 }, (_, number) => makePromptWithIr(number));

  for (const { irRaw, category, complexity } of made) {
    expect(readIr(irRaw)).toMatchObject({ isSchemaValid: true, findings: [] });
    expect(CATEGORIES).toContain(category);
    expect(COMPLEXITIES).toContain(complexity);
  }
  expect(new Set(made.map(({ category }) => category)).size).toBe(CATEGORIES.length);
  expect(new Set(made.map(({ prompt }) => prompt)).size).toBe(made.length);
});

it("the same number gives the same sample, and a category of one's own is kept", () => {
  expect(makePromptWithIr(7)).toEqual(makePromptWithIr(7));
  expect(makePromptWithIr(7, "data_structures").category).toBe("data_structures");
});
