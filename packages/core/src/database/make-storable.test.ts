import { expect, it } from "vitest";
import { makeStorable } from "./make-storable.ts";

it.each([
  ["as it is: 'é' 😀", "as it is: 'é' 😀"],
  ["a\0b", "a\ufffdb"],
  ["half \ud800 of one", "half \ufffd of one"],
  // The cut goes through a surrogate pair.
  [`${"x".repeat(18)}😀😀`, `${"x".repeat(18)}\ufffd…`],
])("makes %j storable", (text, expected) => {
  expect(makeStorable(text, 20)).toBe(expected);
});
