export type ScanReason = "syntax" | "too_long" | "too_deep" | "too_many_nodes" | "string_too_long";

/** Why a text is refused, and where. */
export interface ScanProblem {
  reason: ScanReason;
  /** Says what is wrong, without the place. */
  message: string;
  /** UTF-16 code units from the start of the text. */
  offset: number;
  /** From 1. */
  line: number;
  /** From 1, in UTF-16 code units. */
  column: number;
}

/** Thrown inside the scanner only; `scanJson` turns it into a `ScanProblem`. */
export class ScanStop extends Error {
  readonly reason: ScanReason;
  readonly offset: number;

  constructor(reason: ScanReason, message: string, offset: number) {
    super(message);
    this.reason = reason;
    this.offset = offset;
  }
}

/** Line and column, from 1, of an offset in a text; a line ends with LF. */
export function locateOffset(text: string, offset: number): { line: number; column: number } {
  let line = 1;
  let lineStart = 0;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) {
    line += 1;
    lineStart = at + 1;
  }
  return { line, column: offset - lineStart + 1 };
}
