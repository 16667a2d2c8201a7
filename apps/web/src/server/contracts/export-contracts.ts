import { EXPORT_FORMATS } from "@foundry/core/exports/export.schema";
import { z } from "zod";
import { defineContract } from "../define-contract";

export const exportContracts = {
  previewExport: defineContract({
    method: "GET",
    path: "/api/exports",
    summary: "How much an export would hold now.",
    access: "corpus.export",
    answer: z.object({
      accepted: z.int(),
      corrected: z.int(),
      heldOutBenchmark: z.int(),
    }),
  }),
  streamExport: defineContract({
    method: "GET",
    path: "/api/exports/{format}",
    summary: "Accepted and corrected samples, as JSONL.",
    access: "corpus.export",
    params: z.object({ format: z.enum(EXPORT_FORMATS) }),
    answer: { contentType: "application/x-ndjson" },
  }),
};
