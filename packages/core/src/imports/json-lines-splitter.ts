import { BoundedBytes } from "./bounded-bytes.ts";
import { IMPORT_LIMITS } from "./import-limits.ts";
import { SOURCE_FAULTS } from "./source-faults.ts";
import type { RecordSplitter, SourceRecord } from "./source-record.ts";

const LINE_FEED = 0x0a;

/**
 * One record a line; blank lines are none.
 * @param startOffset bytes of the file before the first chunk
 */
export class JsonLinesSplitter implements RecordSplitter {
  private readonly bytes = new BoundedBytes(IMPORT_LIMITS.recordBytes);
  private line = 1;
  private offset: number;

  constructor(startOffset: number) {
    this.offset = startOffset;
  }

  push(chunk: Buffer): SourceRecord[] {
    const records: SourceRecord[] = [];
    let start = 0;
    for (;;) {
      const end = chunk.indexOf(LINE_FEED, start);
      if (end === -1) break;
      this.bytes.add(chunk.subarray(start, end));
      start = end + 1;
      this.finishLine(records, this.offset + start);
    }
    this.bytes.add(chunk.subarray(start));
    this.offset += chunk.length;
    return records;
  }

  end(): SourceRecord[] {
    const records: SourceRecord[] = [];
    this.finishLine(records, this.offset);
    return records;
  }

  private finishLine(records: SourceRecord[], endOffset: number): void {
    const { line } = this;
    const { isTooLarge } = this.bytes;
    const bytes = this.bytes.take();
    this.line += 1;
    if (isTooLarge) records.push({ line, endOffset, content: SOURCE_FAULTS.tooLarge });
    else if (!isBlank(bytes)) records.push({ line, endOffset, content: bytes });
  }
}

function isBlank(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}
