import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { IMPORT_LIMITS } from "./import-limits.ts";
import { JsonLinesSplitter } from "./json-lines-splitter.ts";
import { describeRecords } from "./testing/describe-records.ts";
import { splitInChunks } from "./testing/split-in-chunks.ts";

const split = (text: string, sizes = [1_000]) =>
  describeRecords(splitInChunks(new JsonLinesSplitter(0), Buffer.from(text), sizes));

describe("json lines splitter", () => {
  it.each<[string, string, [number, string][]]>([
    ["nothing", "", []],
    ["one line without a break", "{}", [[1, "{}"]]],
    ["one line with a break", "{}\n", [[1, "{}"]]],
    [
      "blank lines",
      "\n{1}\n \t\n\n{2}\n",
      [
        [2, "{1}"],
        [5, "{2}"],
      ],
    ],
    [
      "CRLF",
      "{1}\r\n\r\n{2}\r\n",
      [
        [1, "{1}\r"],
        [3, "{2}\r"],
      ],
    ],
    [
      "a last line that is cut off",
      '{1}\n{"a',
      [
        [1, "{1}"],
        [2, '{"a'],
      ],
    ],
  ])("%s", (_, text, expected) => {
    expect(split(text)).toEqual(expected);
  });

  it("gives the same records for any chunks", () => {
    const file = fc.array(fc.constantFrom("{}", "é", "\n", "\r\n", " ", "x"), { maxLength: 60 });
    fc.assert(
      fc.property(
        file,
        fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
        (parts, sizes) => {
          expect(split(parts.join(""), sizes)).toEqual(split(parts.join("")));
        },
      ),
    );
  });

  it("counts bytes from where the text starts", () => {
    const records = new JsonLinesSplitter(3).push(Buffer.from("é\n{}\n"));
    expect(records.map(({ endOffset }) => endOffset)).toEqual([6, 9]);
  });

  it("drops a line that is too long and reads on, without holding it", () => {
    const splitter = new JsonLinesSplitter(0);
    const chunk = Buffer.alloc(1_000_000, "x");
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    for (let count = 0; count < 300; count += 1) {
      expect(splitter.push(Buffer.from(chunk))).toEqual([]);
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
    }
    expect(describeRecords(splitter.push(Buffer.from("\n{}\n")))).toEqual([
      [1, "!record_too_large"],
      [2, "{}"],
    ]);
    expect(most).toBeLessThan(200_000_000);
  });

  it("takes a line of exactly the limit", () => {
    const longest = "x".repeat(IMPORT_LIMITS.recordBytes);
    expect(split(`${longest}\n`)).toEqual([[1, longest]]);
    expect(split(`${longest}x\n`)).toEqual([[1, "!record_too_large"]]);
  });
});
