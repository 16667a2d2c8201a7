/** A remark on one record; with severity `error` the record was not imported. */
export interface RecordIssue {
  severity: "error" | "warning" | "info";
  /** Stable, snake_case. */
  code: string;
  /** Says what is wrong and what to do. */
  message: string;
  /** JSON Pointer into the record. */
  path: string | null;
}
