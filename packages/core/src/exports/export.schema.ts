import { z } from "zod";

/** `original` is the format of the project's training files; `prompt-completion` adds metadata. */
export const EXPORT_FORMATS = ["original", "prompt-completion"] as const;
export const exportFormatSchema = z.enum(EXPORT_FORMATS);
export type ExportFormat = z.infer<typeof exportFormatSchema>;

export const exportPreviewSchema = z.object({
  /** Samples that an export would have now. */
  accepted: z.int(),
  corrected: z.int(),
  /** Accepted and corrected samples of benchmark prompts, which no export has. */
  heldOutBenchmark: z.int(),
});
export type ExportPreview = z.infer<typeof exportPreviewSchema>;
