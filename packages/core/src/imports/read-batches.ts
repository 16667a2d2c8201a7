import { CsvColumns } from "./csv-columns.ts";
import type { FileLayout } from "./file-layout.ts";
import { IMPORT_LIMITS } from "./import-limits.ts";
import { readJsonFields } from "./read-json-fields.ts";
import { readRecord, type RecordReading } from "./read-record.ts";
import type { RecordFields } from "./record-fields.ts";
import type { SourceRecord } from "./source-record.ts";
import { splitRecords } from "./split-records.ts";
import { UnreadableFileError } from "./unreadable-file-error.ts";

/** A record with its place in the file. */
export interface PlacedReading extends RecordReading {
  /** Position among the records, from 0. */
  index: number;
  line: number;
}

/** What one transaction takes in. */
export interface ImportBatch {
  /** Records of the file before this batch. */
  firstIndex: number;
  readings: PlacedReading[];
  /** Bytes of the file up to the batch's end. */
  endOffset: number;
}

/**
 * Reads a file in batches, each bounded in records and in bytes.
 * @param skipCount records at the file's start that are passed over unread
 * @throws UnreadableFileError when a CSV file has no usable header
 */
export async function* readBatches(
  chunks: AsyncIterable<Buffer>,
  layout: FileLayout,
  skipCount: number,
): AsyncGenerator<ImportBatch> {
  let readFields: typeof readJsonFields | null = layout.format === "csv" ? null : readJsonFields;
  let nextIndex = 0;
  let batch = startBatch(skipCount);
  let byteCount = 0;
  for await (const source of splitRecords(chunks, layout)) {
    if (readFields === null) {
      readFields = readHeader(source, layout);
      continue;
    }
    const index = nextIndex++;
    if (index < skipCount) continue;
    batch.readings.push({ index, line: source.line, ...readRecord(source, readFields) });
    batch.endOffset = source.endOffset;
    byteCount += Buffer.isBuffer(source.content) ? source.content.length : 0;
    if (
      batch.readings.length >= IMPORT_LIMITS.batchRecords ||
      byteCount >= IMPORT_LIMITS.batchBytes
    ) {
      yield batch;
      batch = startBatch(nextIndex);
      byteCount = 0;
    }
  }
  if (batch.readings.length > 0) yield batch;
}

function startBatch(firstIndex: number): ImportBatch {
  return { firstIndex, readings: [], endOffset: 0 };
}

function readHeader(source: SourceRecord, layout: FileLayout): (row: string) => RecordFields {
  const delimiter = layout.format === "csv" ? layout.delimiter : ",";
  if (!Buffer.isBuffer(source.content)) {
    throw new UnreadableFileError(
      "bad_header",
      `The CSV header cannot be read. ${source.content.message}`,
    );
  }
  const columns = new CsvColumns(source.content.toString("utf8"), delimiter);
  return (row) => columns.readRow(row);
}
