/** One record as it stands in the file, not yet decoded; `fault` when its borders are already bad. */
export interface SourceRecord {
  /** Where the record starts, from 1. */
  line: number;
  /** Bytes of the file up to the record's end, for the progress bar. */
  endOffset: number;
  content: Buffer | SourceFault;
}

export interface SourceFault {
  code: string;
  message: string;
}

/** Cuts a byte stream into records. Holds at most one record, whatever the file holds. */
export interface RecordSplitter {
  /** @returns the records that end in this chunk */
  push(chunk: Buffer): SourceRecord[];
  /** @returns what is left when the stream has ended */
  end(): SourceRecord[];
}
