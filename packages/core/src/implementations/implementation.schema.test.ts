import { expect, it } from "vitest";
import { addImplementationSchema, MAX_SOURCE_BYTES } from "./implementation.schema.ts";

it.each([
  ["Python of the longest size", "x".repeat(MAX_SOURCE_BYTES), true],
  ["one character more", "x".repeat(MAX_SOURCE_BYTES + 1), false],
  ["as many characters of two bytes", "é".repeat(MAX_SOURCE_BYTES), false],
  ["nothing", " \n", false],
  ["a NUL", "x = 1\0", false],
  ["half a surrogate pair", "'\ud800'", false],
])("takes or refuses %s", (_, source, isGood) => {
  expect(addImplementationSchema.safeParse({ source }).success).toBe(isGood);
});
