import fc from "fast-check";
import { expect, it } from "vitest";
import { mapStringOffset } from "./map-string-offset";

it.each([
  ["plain text", '"abc"', 1, 2],
  ["an escaped quotation mark before it", String.raw`"a\"b"`, 2, 4],
  ["a unicode escape before it", String.raw`"\u00e9b"`, 1, 7],
  ["a character of two code units before it", '"😀b"', 2, 3],
  ["the end", '"abc"', 3, 4],
  ["an offset beyond the end", '"abc"', 9, 4],
  ["a literal without its end", '"abc', 3, 4],
  ["a literal that ends in half an escape", '"ab\\', 3, 4],
])("%s", (_name, literal, offset, expected) => {
  expect(mapStringOffset(literal, offset)).toBe(expected);
});

it("cuts any literal where its text is cut", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.nat(40), (text, offset) => {
      const literal = JSON.stringify(text);
      const cut = `${literal.slice(0, mapStringOffset(literal, offset))}"`;
      expect(JSON.parse(cut)).toBe(text.slice(0, offset));
    }),
  );
});
