import { z } from "zod";

export const IMPORT_STATES = ["waiting", "running", "done", "failed", "cancelled"] as const;

export const importSchema = z.object({
  id: z.uuid(),
  fileName: z.string(),
  byteCount: z.int(),
  bytesDone: z.int(),
  format: z.enum(["jsonl", "json", "csv"]).nullable(),
  state: z.enum(IMPORT_STATES),
  recordCount: z.int(),
  promptCount: z.int(),
  sampleCount: z.int(),
  duplicateCount: z.int(),
  badCount: z.int(),
  /** IRs whose `provenance` keys were stripped. */
  strippedCount: z.int(),
  /** Why the file was refused or the import stopped. */
  error: z.string().nullable(),
  /** Null for the sample corpus, which the studio loads by itself. */
  createdBy: z.string().nullable(),
  createdAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
});
export type Import = z.infer<typeof importSchema>;

export const importPageSchema = z.object({
  rows: z.array(importSchema),
  nextCursor: z.uuid().nullable(),
});
export type ImportPage = z.infer<typeof importPageSchema>;

export const importIssueSchema = z.object({
  record: z.int(),
  /** Line of the file where the record starts, from 1. */
  line: z.int(),
  severity: z.enum(["error", "warning", "info"]),
  code: z.string(),
  message: z.string(),
  /** JSON Pointer into the record. */
  path: z.string().nullable(),
});
export type ImportIssue = z.infer<typeof importIssueSchema>;

export const importIssuePageSchema = z.object({
  rows: z.array(importIssueSchema),
  /** `record:seq` to continue after. */
  nextCursor: z.string().nullable(),
});
export type ImportIssuePage = z.infer<typeof importIssuePageSchema>;
