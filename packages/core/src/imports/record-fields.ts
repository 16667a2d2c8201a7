import type { RecordIssue } from "./record-issue.ts";

/** A value of a record that is not null. */
export interface RecordField {
  /** JSON Pointer into the record. */
  path: string;
  isText: boolean;
  /** The decoded text; of any other value its JSON, as written. */
  content: string;
}

/** A record with its fields found, whatever format it came in. */
export interface RecordFields {
  fields: Map<string, RecordField>;
  /** JSON Pointers of fields that a record does not have. */
  ignored: string[];
  issues: RecordIssue[];
}

/** What a record may have (IR.md section 5, in all its variants). */
export const FIELD_NAMES: ReadonlySet<string> = new Set([
  "prompt",
  "category",
  "complexity",
  "source",
  "ir",
  "ir_output",
  "completion",
  "label",
  "name",
  "function_name",
  "test_cases",
  "implementation",
  "inputs",
]);
