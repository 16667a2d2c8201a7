import { describe, expect, it } from "vitest";
import { toStorableDocument } from "./storable-document.ts";

describe("toStorableDocument", () => {
  it.each(['{"a":[1,"é😀",null,true,{"b":{}}]}', '{"__proto__":{"a":1}}', "[]", '"text"', "0"])(
    "passes %s through",
    (text) => {
      const value: unknown = JSON.parse(text);
      expect(toStorableDocument(value)).toBe(value);
    },
  );

  it.each([
    ["a NUL in text", '["\\u0000"]'],
    ["a NUL in a key", '{"a":{"\\u0000":1}}'],
    ["a lone high surrogate", '["\\ud800a"]'],
    ["a lone low surrogate in a key", '{"\\udc00":1}'],
    ["surrogates in the wrong order", '["\\udc00\\ud800"]'],
    ["a number beyond doubles", "[1e400]"],
    ["null as the whole document", "null"],
  ])("gives null for %s", (_, text) => {
    expect(toStorableDocument(JSON.parse(text))).toBeNull();
  });

  it("reads a deep document without recursion", () => {
    let value: unknown = "\0";
    for (let depth = 0; depth < 200_000; depth += 1) value = [value];
    expect(toStorableDocument(value)).toBeNull();
  });
});
