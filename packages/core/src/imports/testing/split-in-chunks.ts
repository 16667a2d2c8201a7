import type { RecordSplitter, SourceRecord } from "../source-record.ts";

/** Feeds a file to a splitter in chunks whose sizes repeat `sizes`. */
export function splitInChunks(
  splitter: RecordSplitter,
  file: Buffer,
  sizes: readonly number[],
): SourceRecord[] {
  const records: SourceRecord[] = [];
  for (let at = 0, turn = 0; at < file.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? file.length;
    // A copy, so that a splitter that keeps a chunk does not see the rest of the file in it.
    for (const record of splitter.push(Buffer.from(file.subarray(at, at + size)))) {
      records.push(record);
    }
    at += size;
  }
  return [...records, ...splitter.end()];
}
