import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indexJsonText } from "./index-json-text";
import { readJsonTokens } from "./read-json-tokens";

const text = '{"a": {"b": [1, {"c": "d"}], "x/y": null, "\\u0061b": 2}, "last": true}';

const at = (pointer: string, source = text) => {
  const { start, end } = indexJsonText(source).locate(pointer);
  return source.slice(start, end);
};

describe("locate", () => {
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
      expect(() => indexJsonText(text.slice(0, length)).locate("/a/b/1/c")).not.toThrow();
    }
  });
});

describe("locate in odd texts", () => {
  it("gives the last of two properties with one name", () => {
    expect(at("/a", '{"a": 1, "a": 2}')).toBe('"a": 2');
  });

  it("agrees with JSON.parse about every scalar", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const source = JSON.stringify(value, null, 1);
        const index = indexJsonText(source);
        for (const [pointer, scalar] of listScalars(value)) {
          const { start, end } = index.locate(pointer);
          expect(source.slice(start, end).endsWith(JSON.stringify(scalar))).toBe(true);
        }
      }),
    );
  });

  it("reads a text of any depth", () => {
    expect(indexJsonText("[".repeat(100_000)).locate("/0/0")).toEqual({ start: 2, end: 3 });
  });
});

describe("locateInString", () => {
  it("counts the escapes before the place", () => {
    const source = String.raw`{"a": ["say \"too short\""]}`;
    const range = indexJsonText(source).locateInString("/a/0", 5, 14);
    expect(source.slice(range?.start, range?.end)).toBe("too short");
  });

  it.each(["/a", "/b", "/n"])("knows no string at %s", (pointer) => {
    expect(indexJsonText('{"a": ["x"], "n": 1}').locateInString(pointer, 0, 1)).toBeNull();
  });
});

function listScalars(value: unknown, pointer = ""): [pointer: string, scalar: unknown][] {
  if (typeof value !== "object" || value === null) return [[pointer, value]];
  return Object.entries(value).flatMap(([name, child]) =>
    listScalars(child, `${pointer}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`),
  );
}

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
