import {
  importIssuePageSchema,
  importPageSchema,
  importSchema,
} from "@foundry/core/imports/import.schema";
import { z } from "zod";
import { defineContract } from "../define-contract";
import { uuidParams } from "./path-params";

const limit = z.coerce.number().int().min(1).max(200).default(50);

export const importContracts = {
  startImport: defineContract({
    method: "POST",
    path: "/api/imports",
    summary: "Upload a JSONL, JSON or CSV file as the raw body. It is imported in the background.",
    access: "corpus.import",
    query: z.strictObject({ fileName: z.string().min(1).max(255) }),
    rawBody: { contentType: "application/octet-stream" },
    answer: importSchema,
    status: 202,
  }),
  listImports: defineContract({
    method: "GET",
    path: "/api/imports",
    summary: "Imports, newest first.",
    access: "corpus.import",
    query: z.strictObject({ cursor: z.uuid().optional(), limit }),
    answer: importPageSchema,
  }),
  getImport: defineContract({
    method: "GET",
    path: "/api/imports/{id}",
    summary: "One import with its counters.",
    access: "corpus.import",
    params: uuidParams,
    answer: importSchema,
  }),
  listImportIssues: defineContract({
    method: "GET",
    path: "/api/imports/{id}/issues",
    summary: "Records that were not imported, or were with a remark, in the order of the file.",
    access: "corpus.import",
    params: uuidParams,
    query: z.strictObject({
      cursor: z
        .string()
        .regex(/^\d{1,9}:\d{1,9}$/)
        .optional(),
      limit,
    }),
    answer: importIssuePageSchema,
  }),
  getImportReport: defineContract({
    method: "GET",
    path: "/api/imports/{id}/report",
    summary: "All issues of an import, as JSONL.",
    access: "corpus.import",
    params: uuidParams,
    answer: { contentType: "application/x-ndjson" },
  }),
  watchImport: defineContract({
    method: "GET",
    path: "/api/imports/{id}/events",
    summary: "Server-sent events `import`, each with the whole import, until it has ended.",
    access: "corpus.import",
    params: uuidParams,
    answer: { contentType: "text/event-stream" },
  }),
  cancelImport: defineContract({
    method: "POST",
    path: "/api/imports/{id}/cancel",
    summary: "Stop an import. What it has imported stays.",
    access: "corpus.import",
    params: uuidParams,
    answer: importSchema,
  }),
  retryImport: defineContract({
    method: "POST",
    path: "/api/imports/{id}/retry",
    summary: "Take up a failed or cancelled import where it stopped.",
    access: "corpus.import",
    params: uuidParams,
    answer: importSchema,
  }),
};
