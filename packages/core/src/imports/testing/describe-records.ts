import type { SourceRecord } from "../source-record.ts";

/** Records as a table: the line, and the text or the code of the fault. */
export function describeRecords(records: readonly SourceRecord[]): [number, string][] {
  return records.map(({ line, content }) => [
    line,
    Buffer.isBuffer(content) ? content.toString("utf8") : `!${content.code}`,
  ]);
}
