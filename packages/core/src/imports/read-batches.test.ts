import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { IMPORT_LIMITS } from "./import-limits.ts";
import { inspectFile } from "./inspect-file.ts";
import { type PlacedReading, readBatches } from "./read-batches.ts";
import { UnreadableFileError } from "./unreadable-file-error.ts";

async function* inChunks(file: Buffer, size: number) {
  for (let at = 0; at < file.length; at += size) yield file.subarray(at, at + size);
}

async function readFile(
  file: Buffer,
  name: string,
  options: { skip?: number; chunk?: number } = {},
) {
  const layout = inspectFile(file.subarray(0, 65_536), name);
  const batches = readBatches(inChunks(file, options.chunk ?? 65_536), layout, options.skip ?? 0);
  const readings: PlacedReading[] = [];
  for await (const batch of batches) {
    expect(batch.readings.length).toBeLessThanOrEqual(IMPORT_LIMITS.batchRecords);
    expect(batch.readings[0]?.index).toBe(batch.firstIndex);
    readings.push(...batch.readings);
  }
  return readings;
}

const names = fc.constantFrom("a.jsonl", "a.json", "a.csv", "upload");
/** Files that look like records until they do not. */
const file = fc.oneof(
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  fc
    .array(
      fc.constantFrom(
        '{"prompt":"P"}',
        '{"prompt":"P","ir":{"a":1}}',
        '"prompt"',
        "prompt,ir",
        "[",
        "]",
        "{",
        "}",
        ",",
        ";",
        '"',
        "\\",
        "\n",
        "\r\n",
        "\ufeff",
        "\0",
        "é",
        "null",
        '{"prompt":',
        "P,{}",
      ),
      { maxLength: 40 },
    )
    .map((pieces) => Buffer.from(pieces.join(""))),
);

describe("read batches", () => {
  it("reads any file to its end or refuses it as a whole", async () => {
    const property = fc.asyncProperty(file, names, async (bytes, name) => {
      const readings = await readFile(bytes, name).catch((error: unknown) => error);
      if (readings instanceof UnreadableFileError) return;
      expect(readings).toBeInstanceOf(Array);
      for (const { record, issues } of readings as PlacedReading[]) {
        const isBad = issues.some(({ severity }) => severity === "error");
        expect(isBad).toBe(record === null);
      }
    });
    await fc.assert(property, { numRuns: 2_000 });
  });

  it("goes on behind any number of records as if it had read them", async () => {
    const property = fc.asyncProperty(
      file,
      names,
      fc.nat(10),
      fc.integer({ min: 1, max: 9 }),
      async (bytes, name, skip, chunk) => {
        const all = await readFile(bytes, name).catch((error: unknown) => error);
        if (all instanceof UnreadableFileError) return;
        expect(await readFile(bytes, name, { skip, chunk })).toEqual(
          (all as PlacedReading[]).slice(skip),
        );
      },
    );
    await fc.assert(property, { numRuns: 1_000 });
  });

  it.each<[string, string, string]>([
    ["JSON Lines", "a.jsonl", "\n"],
    ["a list", "a.json", ",\n"],
  ])("deals with 100,000 levels and 10 MB records in %s quickly", async (_, name, separator) => {
    const deep = `{"prompt":"D","ir":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
    const long = JSON.stringify({ prompt: "x".repeat(10_000_000) });
    const open = '{"prompt":"O"}';
    const text = [open, deep, long, open].join(separator);
    const readings = await readFile(Buffer.from(name === "a.json" ? `[${text}]` : text), name);
    expect(readings.map(({ line, issues }) => [line, issues[0]?.code])).toEqual([
      [1, undefined],
      [2, "too_deep"],
      [3, "record_too_large"],
      [4, undefined],
    ]);
  });

  it("numbers the rows of a CSV file by their lines, the header aside", async () => {
    const rows = ["prompt;category", '"two\r\nlines";a', "", "P", "Q;b"];
    const readings = await readFile(Buffer.from(`\ufeff${rows.join("\r\n")}\r\n`), "a.csv");
    expect(
      readings.map(({ index, line, record, issues }) => [
        index,
        line,
        record?.prompt.text ?? issues[0]?.code,
      ]),
    ).toEqual([
      [0, 2, "two\r\nlines"],
      [1, 5, "wrong_field_count"],
      [2, 6, "Q"],
    ]);
  });
});
