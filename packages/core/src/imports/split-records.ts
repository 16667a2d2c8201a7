import { CsvSplitter } from "./csv-splitter.ts";
import type { FileLayout } from "./file-layout.ts";
import { JsonLinesSplitter } from "./json-lines-splitter.ts";
import { JsonSplitter } from "./json-splitter.ts";
import type { RecordSplitter, SourceRecord } from "./source-record.ts";

/**
 * The records of a file in their order. Memory: one chunk and one record.
 * @param chunks the file from its first byte on
 */
export async function* splitRecords(
  chunks: AsyncIterable<Buffer>,
  layout: FileLayout,
): AsyncGenerator<SourceRecord> {
  const splitter = createSplitter(layout);
  let toSkip = layout.startOffset;
  for await (const chunk of chunks) {
    const skipped = Math.min(toSkip, chunk.length);
    toSkip -= skipped;
    yield* splitter.push(chunk.subarray(skipped));
  }
  yield* splitter.end();
}

function createSplitter(layout: FileLayout): RecordSplitter {
  if (layout.format === "csv") return new CsvSplitter(layout.startOffset, layout.delimiter);
  const Splitter = layout.format === "jsonl" ? JsonLinesSplitter : JsonSplitter;
  return new Splitter(layout.startOffset);
}
