import { BoundedBytes } from "./bounded-bytes.ts";
import { IMPORT_LIMITS } from "./import-limits.ts";
import { JsonElement } from "./json-element.ts";
import { SOURCE_FAULTS } from "./source-faults.ts";
import type { RecordSplitter, SourceFault, SourceRecord } from "./source-record.ts";

const LINE_FEED = 0x0a;
const COMMA = 0x2c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;

/**
 * `start`: nothing seen. `opened`: behind the list's opening bracket. `comma`: behind a comma.
 * `inside`: in a record. `after`: behind a record. `broken`: in what is left of a record with a
 * fault, up to where the next one seems to start. `end`: behind the list. `done`: nothing more is read.
 */
type State = "start" | "opened" | "comma" | "inside" | "after" | "broken" | "end" | "done";

/**
 * The elements of one JSON list, or JSON values one after the other. It finds the borders only;
 * whether an element is valid is the reader's business.
 */
export class JsonSplitter implements RecordSplitter {
  private readonly bytes = new BoundedBytes(IMPORT_LIMITS.recordBytes);
  private element = new JsonElement();
  private state: State = "start";
  private isList = false;
  private records: SourceRecord[] = [];
  /** Bytes of the file before the current byte. */
  private offset: number;
  private line = 1;
  private column = 0;
  /** Column of the first byte of this line that is not white space; -1 before it. */
  private indent = -1;
  private elementLine = 1;
  private elementIndent = 0;

  /** @param startOffset bytes of the file before the first chunk */
  constructor(startOffset: number) {
    this.offset = startOffset;
  }

  push(chunk: Buffer): SourceRecord[] {
    this.records = [];
    let start = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at] ?? 0;
      const isFirstInLine = this.indent === -1 && byte > 0x20;
      if (isFirstInLine) this.indent = this.column;
      if (this.state === "inside") {
        const step = this.element.read(byte);
        if (step !== "inside") {
          this.bytes.add(chunk.subarray(start, step === "last" ? at + 1 : at));
          this.leaveElement(step === "broken");
          if (step !== "last" && byte > 0x20) this.readOutside(byte, isFirstInLine);
          if (this.isInside()) start = at;
        }
      } else if (byte > 0x20) {
        this.readOutside(byte, isFirstInLine);
        if (this.isInside()) start = at;
      }
      this.moveOver(byte);
    }
    if (this.state === "inside") this.bytes.add(chunk.subarray(start));
    return this.records;
  }

  end(): SourceRecord[] {
    this.records = [];
    if (this.state === "inside" && !this.element.isScalar) {
      this.addFault(SOURCE_FAULTS.notClosed, this.elementLine);
    } else if (this.state === "broken") {
      this.addFault(SOURCE_FAULTS.restNotRead, this.elementLine);
    } else {
      if (this.state === "inside") this.leaveElement(false);
      const isOpen = this.isList && this.state !== "end" && this.state !== "done";
      if (isOpen) this.addFault(SOURCE_FAULTS.listNotClosed, this.line);
    }
    return this.records;
  }

  private isInside(): boolean {
    return this.state === "inside";
  }

  private readOutside(byte: number, isFirstInLine: boolean): void {
    if (this.state === "done") return;
    if (this.state === "broken") {
      this.findNextElement(byte, isFirstInLine);
    } else if (this.state === "end") {
      this.state = "done";
      this.addFault(SOURCE_FAULTS.afterList, this.line);
    } else if (this.state === "start" && byte === OPEN_LIST) {
      this.isList = true;
      this.state = "opened";
    } else if (this.isList && byte === CLOSE_LIST) {
      if (this.state === "comma") this.addFault(SOURCE_FAULTS.emptyElement, this.line);
      this.state = "end";
    } else if (byte === COMMA) {
      if (this.state !== "after") this.addFault(SOURCE_FAULTS.emptyElement, this.line);
      this.state = "comma";
    } else {
      this.startElement(byte);
    }
  }

  private startElement(byte: number): void {
    this.element = new JsonElement();
    // A stray closing bracket is a record of its own, so that it is reported where it stands.
    if (byte !== CLOSE_LIST) this.element.read(byte);
    this.elementLine = this.line;
    this.elementIndent = this.indent;
    this.state = "inside";
  }

  private leaveElement(isBroken: boolean): void {
    const { elementLine: line, offset: endOffset } = this;
    const { isTooLarge } = this.bytes;
    const bytes = this.bytes.take();
    if (isBroken) this.addFault(SOURCE_FAULTS.brokenBrackets, line);
    else if (isTooLarge) this.addFault(SOURCE_FAULTS.tooLarge, line);
    else this.records.push({ line, endOffset, content: bytes });
    this.state = isBroken ? "broken" : "after";
  }

  /** Files with line breaks are indented: the next record stands no deeper than the broken one. */
  private findNextElement(byte: number, isFirstInLine: boolean): void {
    if (!isFirstInLine || this.indent > this.elementIndent) return;
    if (byte === OPEN_OBJECT) this.startElement(byte);
    else if (byte === CLOSE_LIST && this.isList) this.state = "end";
  }

  private addFault(content: SourceFault, line: number): void {
    this.records.push({ line, endOffset: this.offset, content });
  }

  private moveOver(byte: number): void {
    this.offset += 1;
    this.column += 1;
    if (byte !== LINE_FEED) return;
    this.line += 1;
    this.column = 0;
    this.indent = -1;
  }
}
