import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { IMPORT_LIMITS } from "./import-limits.ts";
import { JsonSplitter } from "./json-splitter.ts";
import { describeRecords } from "./testing/describe-records.ts";
import { splitInChunks } from "./testing/split-in-chunks.ts";

const split = (text: string, sizes = [1_000_000]) =>
  describeRecords(splitInChunks(new JsonSplitter(0), Buffer.from(text), sizes));

describe("json splitter", () => {
  it.each<[string, string, [number, string][]]>([
    ["an empty list", " [ ]\n", []],
    ["one object alone", '\n{"a": [1,\n {"b": 2}]}\n', [[2, '{"a": [1,\n {"b": 2}]}']]],
    [
      "objects one after the other",
      '{"a":1}\n{"a":2}',
      [
        [1, '{"a":1}'],
        [2, '{"a":2}'],
      ],
    ],
    [
      "a list",
      '[{"a":1}, {"a":2}]',
      [
        [1, '{"a":1}'],
        [1, '{"a":2}'],
      ],
    ],
    [
      "a list over lines",
      '[\n {"a":1},\n\n {"a":2}\n]',
      [
        [2, '{"a":1}'],
        [4, '{"a":2}'],
      ],
    ],
    ["brackets and quotes in strings", '[{"a":"]},{\\"\\\\"}]', [[1, '{"a":"]},{\\"\\\\"}']]],
    [
      "values that are no objects",
      '[1, "a,b]", null , [2]]',
      [
        [1, "1"],
        [1, '"a,b]"'],
        [1, "null "],
        [1, "[2]"],
      ],
    ],
    [
      "a comma too many",
      '[{"a":1},]',
      [
        [1, '{"a":1}'],
        [1, "!empty_element"],
      ],
    ],
    [
      "a comma first",
      '[,{"a":1}]',
      [
        [1, "!empty_element"],
        [1, '{"a":1}'],
      ],
    ],
    [
      "two commas",
      '[{"a":1},,{"a":2}]',
      [
        [1, '{"a":1}'],
        [1, "!empty_element"],
        [1, '{"a":2}'],
      ],
    ],
    [
      "a missing comma",
      '[{"a":1}\n{"a":2}]',
      [
        [1, '{"a":1}'],
        [2, '{"a":2}'],
      ],
    ],
    [
      "words between records",
      '[{"a":1}, oops, {"a":2}]',
      [
        [1, '{"a":1}'],
        [1, "oops"],
        [1, '{"a":2}'],
      ],
    ],
    [
      "a list that is not closed",
      '[{"a":1}\n',
      [
        [1, '{"a":1}'],
        [2, "!cut_off"],
      ],
    ],
    [
      "the end inside a record",
      '[{"a":1},\n{"a":',
      [
        [1, '{"a":1}'],
        [2, "!cut_off"],
      ],
    ],
    [
      "text behind the list",
      '[{"a":1}]\n{"a":2}',
      [
        [1, '{"a":1}'],
        [2, "!text_after_end"],
      ],
    ],
    ["a closing bracket first", "}", [[1, "}"]]],
  ])("%s", (_, text, expected) => {
    expect(split(text)).toEqual(expected);
  });

  it.each<[string, string]>([
    ["a bracket of the wrong kind", '{"a": [1}'],
    ["a bracket that is missing", '{"a": {"b": 1}'],
    ["a quote that is missing", '{"a": "b}'],
    ["a quote too many", '{"a": "b"c"}'],
  ])("goes on at the next record behind %s", (_, bad) => {
    const lines = `[\n  {"a": 1},\n  ${bad},\n  {"a": 2},\n  {\n    "a": 3\n  }\n]\n`;
    expect(split(lines)).toEqual([
      [2, '{"a": 1}'],
      [3, "!not_json"],
      [4, '{"a": 2}'],
      [5, '{\n    "a": 3\n  }'],
    ]);
  });

  it("says when nothing behind a broken record can be made out", () => {
    expect(split('[{"a": 1}, {"a": [1}, {"a": 2}]')).toEqual([
      [1, '{"a": 1}'],
      [1, "!not_json"],
      [1, "!rest_not_read"],
    ]);
  });

  it("finds every element of any list, in any layout and any chunks", () => {
    const space = fc.constantFrom("", " ", "\n", "\r\n  ");
    const layout = fc.tuple(space, space, fc.constantFrom(undefined, 1, "\t"));
    const element = fc.dictionary(fc.string(), fc.jsonValue());
    const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(element), layout, sizes, (values, [before, after, indent], chunks) => {
        const elements = values.map((value) => JSON.stringify(value, null, indent));
        const text = `[${before}${elements.join(`${after},${before}`)}${after}]`;
        const found = split(text, chunks).map(([, raw]) => raw.trimEnd());
        expect(found).toEqual(elements);
      }),
    );
  });

  it("gives the same records for any chunks, also of broken files", () => {
    const piece = fc.constantFrom("[", "]", "{", "}", '"', "\\", ",", ":", "\n", " ", "1", '"a":1');
    const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), sizes, (pieces, chunks) => {
        const text = pieces.join("");
        expect(split(text, chunks)).toEqual(split(text));
      }),
      { numRuns: 1_000 },
    );
  });

  it("drops an element that is too large and reads on", () => {
    const large = `{"a": "${"x".repeat(IMPORT_LIMITS.recordBytes)}"}`;
    expect(split(`[${large},\n{"a":1}]`)).toEqual([
      [1, "!record_too_large"],
      [2, '{"a":1}'],
    ]);
  });

  it("follows 100,000 levels", () => {
    const deep = `{"a":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
    expect(split(`[${deep},{"a":1}]`)).toEqual([
      [1, deep],
      [1, '{"a":1}'],
    ]);
  });
});
