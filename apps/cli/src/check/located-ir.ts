import type { Finding } from "@foundry/core/checks/finding";

/** The raw text of the IR of a record, its prompt, and what is to be said about the record around it. */
export interface LocatedIr {
  /** Null when the record is an IR alone, or its prompt is no text. */
  prompt: string | null;
  /** Null when the record has none that could be read. */
  raw: string | null;
  findings: Finding[];
}

/** A finding about the record itself, which has no place in the IR. */
export function findInRecord(severity: Finding["severity"], message: string): Finding {
  return { check: "record", errorType: "schema_invalid", severity, path: "", message };
}
