import { expect, it } from "vitest";
import { stateAfter } from "./state-after.ts";

it.each([
  ["accept", "accepted"],
  ["correct", "corrected"],
  ["reject", "rejected"],
  ["skip", "pending"],
] as const)("%s leaves a sample %s", (verdict, expected) => {
  expect(stateAfter(verdict)).toBe(expected);
});
