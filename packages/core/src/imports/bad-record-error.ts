import type { RecordIssue } from "./record-issue.ts";

/** Ends the reading of one record; `readRecord` turns it into the record's one error. */
export class BadRecordError extends Error {
  override readonly name = "BadRecordError";
  readonly issue: RecordIssue;

  constructor(code: string, message: string, path: string | null = null) {
    super(message);
    this.issue = { severity: "error", code, message, path };
  }
}
