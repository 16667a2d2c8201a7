import { IMPORT_LIMITS } from "./import-limits.ts";
import { SOURCE_FAULTS } from "./source-faults.ts";
import type { RecordSplitter, SourceFault, SourceRecord } from "./source-record.ts";

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const QUOTE = 0x22;

/**
 * `quoted`: in a field in quotes. `quote`: behind a quote in such a field, which closed it unless
 * another one follows. `return`: behind the CR that follows. `skipping`: in the rest of a bad line.
 */
type State = "field" | "plain" | "quoted" | "quote" | "return" | "skipping";
type Step = State | "row end" | "broken";

/**
 * The rows of a CSV file (RFC 4180), header included, as raw bytes; rows without any value are none.
 *
 * It is our own because a bad row must cost itself only: after one it reads on at the next line, and
 * it holds at most one row. csv-parse stops at the first, or loses the rest of a chunk.
 */
export class CsvSplitter implements RecordSplitter {
  private readonly delimiter: number;
  private records: SourceRecord[] = [];
  private state: State = "field";
  /** Of the row being read, from earlier chunks. */
  private parts: Buffer[] = [];
  private partBytes = 0;
  private hasValue = false;
  /** Bytes of the file read so far. */
  private offset: number;
  private line = 1;
  private rowLine = 1;

  /**
   * @param startOffset bytes of the file before the first chunk
   * @param delimiter one ASCII character
   */
  constructor(startOffset: number, delimiter: string) {
    this.offset = startOffset;
    this.delimiter = delimiter.charCodeAt(0);
  }

  push(chunk: Buffer): SourceRecord[] {
    this.records = [];
    this.readAll(chunk);
    return this.records;
  }

  end(): SourceRecord[] {
    this.records = [];
    while (this.state === "quoted") this.readAll(this.failRow(SOURCE_FAULTS.brokenQuotes));
    if (this.state !== "skipping") this.finishRow();
    return this.records;
  }

  private readAll(chunk: Buffer): void {
    const waiting = [chunk];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const fault = this.readSome(next);
      if (fault === null) continue;
      waiting.push(next.subarray(fault.at), this.failRow(fault.fault));
    }
  }

  /** Reads the chunk up to its end, or up to where a row turns out to be bad. */
  private readSome(chunk: Buffer): { at: number; fault: SourceFault } | null {
    let start = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      if (this.state === "skipping") at = this.skipLine(chunk, at);
      const byte = chunk[at] ?? 0;
      const isTooLarge = this.partBytes + at - start > IMPORT_LIMITS.recordBytes;
      const step = isTooLarge && this.state !== "skipping" ? "broken" : this.step(byte);
      if (step === "broken") {
        this.keep(chunk.subarray(start, at));
        return { at, fault: isTooLarge ? SOURCE_FAULTS.tooLarge : SOURCE_FAULTS.brokenQuotes };
      }
      this.offset += 1;
      if (byte === LINE_FEED) this.line += 1;
      else if (byte > 0x20 && byte !== QUOTE && byte !== this.delimiter) this.hasValue = true;
      if (step === "row end") {
        this.keep(chunk.subarray(start, at));
        this.finishRow();
        start = at + 1;
      } else {
        this.state = step;
      }
    }
    this.keep(chunk.subarray(start));
    return null;
  }

  /** @returns offset of the line's end, or of the chunk's last byte */
  private skipLine(chunk: Buffer, start: number): number {
    const lineEnd = chunk.indexOf(LINE_FEED, start);
    const end = lineEnd === -1 ? chunk.length - 1 : lineEnd;
    this.offset += end - start;
    return end;
  }

  private step(byte: number): Step {
    if (this.state === "quoted") return byte === QUOTE ? "quote" : "quoted";
    if (byte === LINE_FEED) return "row end";
    if (this.state === "skipping") return "skipping";
    if (this.state === "quote" && byte === QUOTE) return "quoted";
    if (byte === this.delimiter && this.state !== "return") return "field";
    if (this.state === "quote") return byte === CARRIAGE_RETURN ? "return" : "broken";
    if (this.state === "return") return "broken";
    return this.state === "field" && byte === QUOTE ? "quoted" : "plain";
  }

  private keep(slice: Buffer): void {
    if (this.state === "skipping" || slice.length === 0) return;
    this.parts.push(slice);
    this.partBytes += slice.length;
  }

  private finishRow(): void {
    const { rowLine: line, offset: endOffset, hasValue } = this;
    const row = this.takeRow();
    const content = row.at(-1) === CARRIAGE_RETURN ? row.subarray(0, -1) : row;
    if (hasValue && this.state !== "skipping") this.records.push({ line, endOffset, content });
    this.startRow(this.line);
  }

  /**
   * Reports the row and goes on at the line after its first one.
   * @returns the bytes of the row from there on, which must be read again
   */
  private failRow(fault: SourceFault): Buffer {
    const row = this.takeRow();
    this.records.push({ line: this.rowLine, endOffset: this.offset, content: fault });
    const firstEnd = row.indexOf(LINE_FEED);
    if (firstEnd === -1) {
      this.state = "skipping";
      return Buffer.alloc(0);
    }
    const again = row.subarray(firstEnd + 1);
    this.offset -= again.length;
    this.line = this.rowLine + 1;
    this.startRow(this.line);
    return again;
  }

  private startRow(line: number): void {
    this.state = "field";
    this.hasValue = false;
    this.rowLine = line;
  }

  private takeRow(): Buffer {
    const row = Buffer.concat(this.parts);
    this.parts = [];
    this.partBytes = 0;
    return row;
  }
}
