import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { locateJsonPointer } from "./locate-json-pointer";
import { readJsonTokens } from "./read-json-tokens";

const text = '{"a": {"b": [1, {"c": "d"}], "x/y": null, "\\u0061b": 2}, "last": true}';

const at = (pointer: string, source = text) => {
  const { start, end } = locateJsonPointer(source, pointer);
  return source.slice(start, end);
};

describe("locateJsonPointer", () => {
  it.each([
    ["", "{"],
    ["/a", '"a"'],
    ["/a/b", '"b"'],
    ["/a/b/0", "1"],
    ["/a/b/1", "{"],
    ["/a/b/1/c", '"c": "d"'],
    ["/a/x~1y", '"x/y": null'],
    ["/a/ab", '"\\u0061b": 2'],
    ["/last", '"last": true'],
  ])("finds %j", (pointer, found) => {
    expect(at(pointer)).toBe(found);
  });

  it.each([
    ["/a/missing", '"a"'],
    ["/a/b/9", '"b"'],
    ["/last/deeper", '"last": true'],
    ["/nothing", "{"],
  ])("leads %j to the nearest place above", (pointer, found) => {
    expect(at(pointer)).toBe(found);
  });

  it("survives text that is being typed", () => {
    for (let length = 0; length <= text.length; length += 1) {
      expect(() => locateJsonPointer(text.slice(0, length), "/a/b/1/c")).not.toThrow();
    }
  });
});

describe("readJsonTokens", () => {
  it("loses no character of any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (source) => {
        expect(
          readJsonTokens(source)
            .map(({ start, end }) => source.slice(start, end))
            .join(""),
        ).toBe(source);
      }),
    );
  });
});
