import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CsvSplitter } from "./csv-splitter.ts";
import { IMPORT_LIMITS } from "./import-limits.ts";
import { splitCsvFields } from "./split-csv-fields.ts";
import { describeRecords } from "./testing/describe-records.ts";
import { splitInChunks } from "./testing/split-in-chunks.ts";

const split = (text: string, sizes = [1_000_000]) =>
  describeRecords(splitInChunks(new CsvSplitter(0, ","), Buffer.from(text), sizes));

describe("csv splitter", () => {
  it.each<[string, string, [number, string][]]>([
    [
      "rows",
      "a,b\n1,2\n",
      [
        [1, "a,b"],
        [2, "1,2"],
      ],
    ],
    [
      "CRLF and no last break",
      "a,b\r\n1,2",
      [
        [1, "a,b"],
        [2, "1,2"],
      ],
    ],
    [
      "a line break in quotes",
      'a\n"1\n2"\n3\n',
      [
        [1, "a"],
        [2, '"1\n2"'],
        [4, "3"],
      ],
    ],
    [
      "CRLF behind a quote",
      '"a"\r\n"b"\r\n',
      [
        [1, '"a"'],
        [2, '"b"'],
      ],
    ],
    [
      "quotes in quotes",
      '"a ""b"", c"\nd\n',
      [
        [1, '"a ""b"", c"'],
        [2, "d"],
      ],
    ],
    [
      "a quote inside a plain field",
      'a 5" pipe,b\nc\n',
      [
        [1, 'a 5" pipe,b'],
        [2, "c"],
      ],
    ],
    [
      "rows without values",
      'a\n\n,,\n "",""\nb\n',
      [
        [1, "a"],
        [5, "b"],
      ],
    ],
    [
      "text behind a closing quote",
      'a\n"b"c,d\ne\n',
      [
        [1, "a"],
        [2, "!bad_quotes"],
        [3, "e"],
      ],
    ],
    [
      "a quote that is never closed",
      'a\n"b\nc\nd\n',
      [
        [1, "a"],
        [2, "!bad_quotes"],
        [3, "c"],
        [4, "d"],
      ],
    ],
    [
      "the same in the last line",
      'a\n"b',
      [
        [1, "a"],
        [2, "!bad_quotes"],
      ],
    ],
    [
      "an open quote that meets the next one",
      'a\n"b,1\n"c",2\n"d",3\n',
      [
        [1, "a"],
        [2, "!bad_quotes"],
        [3, '"c",2'],
        [4, '"d",3'],
      ],
    ],
  ])("%s", (_, text, expected) => {
    expect(split(text)).toEqual(expected);
  });

  it("reads what csv-parse reads, in any chunks", () => {
    const cell = fc.string({
      unit: fc.constantFrom("a", "é", "😀", ",", '"', "\n", "\r\n", " ", ";"),
      minLength: 1,
      maxLength: 6,
    });
    const rows = fc.array(fc.array(fc.tuple(cell, fc.boolean()), { minLength: 2, maxLength: 2 }));
    const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(rows, fc.constantFrom("\n", "\r\n"), sizes, (table, lineBreak, chunks) => {
        const text = table
          .map((row) => `x,${row.map(([value, isQuoted]) => write(value, isQuoted)).join(",")}`)
          .join(lineBreak);
        const expected: unknown = parse(text, { record_delimiter: lineBreak, relax_quotes: true });
        const found = split(text, chunks).map(([, row]) => splitCsvFields(row, ","));
        expect(found).toEqual(expected);
      }),
      { numRuns: 1_000 },
    );
  });

  it("gives the same records for any chunks, also of broken files", () => {
    const piece = fc.constantFrom('"', '""', ",", "\n", "\r\n", "a", " ");
    const sizes = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), sizes, (pieces, chunks) => {
        const text = pieces.join("");
        expect(split(text, chunks)).toEqual(split(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it("drops a line that is too long and reads on, without holding it", () => {
    const splitter = new CsvSplitter(0, ",");
    splitter.push(Buffer.from("a\n"));
    const before = process.memoryUsage().arrayBuffers;
    const faults = Array.from({ length: 100 }, () => splitter.push(Buffer.alloc(1_000_000, "x")));
    expect(describeRecords(faults.flat())).toEqual([[2, "!record_too_large"]]);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(120_000_000);
    expect(describeRecords(splitter.push(Buffer.from("\nb\n")))).toEqual([[3, "b"]]);
  });

  it("loses one row to a quote that opens millions of bytes", () => {
    const rows = Array.from({ length: 400_000 }, (_, index) => `row ${index},1`);
    const found = split(`a,b\n"open,1\n${rows.join("\n")}\n`, [65_536]);
    expect(found.length).toBe(rows.length + 2);
    expect(found[1]).toEqual([2, "!record_too_large"]);
    expect(found.at(-1)).toEqual([rows.length + 2, rows.at(-1)]);
    expect(rows.join("\n").length).toBeGreaterThan(IMPORT_LIMITS.recordBytes);
  });
});

function write(value: string, isQuoted: boolean): string {
  const mustQuote = isQuoted || /[",\n\r]/.test(value);
  return mustQuote ? `"${value.replaceAll('"', '""')}"` : value;
}
