import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasSameContent } from "./has-same-content";
import { layOutJson } from "./lay-out-json";
import { restoreJsonStyle } from "./restore-json-style";

const json = fc.tuple(fc.json(), fc.constantFrom(0, 2, 4, "\t")).map(([text, indent]) => {
  return JSON.stringify(JSON.parse(text), null, indent);
});

describe("layOutJson", () => {
  it("writes short objects on one line and long ones over several", () => {
    const text =
      '{"intent":{"summary":"Says whether a text is short."},"effects":[],"list":[{"a":1},{"b":[2,3]}]}';
    expect(layOutJson(text)).toBe(
      [
        "{",
        '  "intent": { "summary": "Says whether a text is short." },',
        '  "effects": [],',
        '  "list": [',
        '    { "a": 1 },',
        "    {",
        '      "b": [2, 3]',
        "    }",
        "  ]",
        "}",
      ].join("\n"),
    );
  });

  it.each([
    ["numbers beyond 2^53", '{"n":9007199254740993,"m":1e400,"z":-0}'],
    ["duplicate keys", '{"a":1,"a":2}'],
    ["escapes and lone surrogates", String.raw`{"a":"\u0000\ud800\/"}`],
    ["punctuation in strings", '{"a":"{[,:]}","b":"\\""}'],
  ])("keeps %s", (_name, text) => {
    expect(layOutJson(text).replaceAll(/\s/g, "")).toBe(text);
  });

  it.each(["{", "", "{'a': 1}", '{"a":1,}', "[".repeat(1_000)])("shows %j as it is", (text) => {
    expect(layOutJson(text)).toBe(text);
  });

  it("changes white space alone, and nothing the second time", () => {
    fc.assert(
      fc.property(json, (text) => {
        const laidOut = layOutJson(text);
        expect(hasSameContent(laidOut, text)).toBe(true);
        expect(JSON.parse(laidOut)).toEqual(JSON.parse(text));
        expect(layOutJson(laidOut)).toBe(laidOut);
      }),
    );
  });
});

describe("restoreJsonStyle", () => {
  const value = { name: "f", list: [1, { a: "b, c: d" }], empty: {} };
  it.each([
    ["compact", JSON.stringify(value)],
    ["Python's default", '{"name": "f", "list": [1, {"a": "b, c: d"}], "empty": {}}'],
    ["two spaces", JSON.stringify(value, null, 2)],
    ["four spaces", JSON.stringify(value, null, 4)],
    ["tabs", JSON.stringify(value, null, "\t")],
  ])("gives back what was written %s", (_name, base) => {
    expect(restoreJsonStyle(layOutJson(base), base)).toBe(base);
  });
});

describe("hasSameContent", () => {
  it.each([
    ['{"a": 1}', '{\n"a":1\n}', true],
    ['{"a": 1}', '{"a": 2}', false],
    ['{"a": "x y"}', '{"a": "x  y"}', false],
    ["[1,2]", "[12]", false],
    ["[1 2]", "[12]", false],
  ])("%s and %s: %s", (left, right, expected) => {
    expect(hasSameContent(left, right)).toBe(expected);
  });
});
